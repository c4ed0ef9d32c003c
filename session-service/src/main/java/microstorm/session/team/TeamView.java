package microstorm.session.team;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A team as its owners and members see it. */
@Schema(description = "A team.")
public record TeamView(
    @Schema(description = "The id of the team.") UUID id,
    @Schema(
            description =
                "The name of the team in paths: lower-case letters, digits and hyphens, made from"
                    + " its name.",
            examples = "micro-brainstorming")
        String slug,
    @Schema(description = "The name for people.", examples = "Micro Brainstorming") String name,
    @Schema(description = "The time when the team was created.") Instant createdAt,
    @Schema(
            description = TeamView.LANGUAGE,
            enumeration = {"en", "de"},
            examples = "en")
        String language,
    @Schema(
            description = TeamView.DEFAULT_TEMPLATE + " Absent without one.",
            examples = "idea-storm.en")
        @Nullable String defaultTemplate,
    @Schema(description = TeamView.RETENTION + " Absent for never.", examples = "365")
        @Nullable Integer retentionDays,
    @Schema(
            description =
                "The first owner key, a secret that proves ownership. Store it, because it is shown"
                    + " only in the answer that creates the team. Absent where owners sign in.",
            examples = AccessKey.EXAMPLE)
        @Nullable String ownerKey) {

  static final String LANGUAGE =
      "The language of the team: of the templates that ship and, by default, of its sessions.";
  static final String RETENTION =
      "After how many days sessions that have ended are deleted, from 1 to 3650. Each list of"
          + " sessions announces the day as `deletedOn`.";
  static final String DEFAULT_TEMPLATE =
      "The id of the template with which every plan of the team begins: one of the team's, or one"
          + " that ships.";

  static TeamView of(Team team) {
    return of(team, null);
  }

  /**
   * @param key the first owner key, for the answer that creates the team; null in other answers
   */
  static TeamView of(Team team, AccessKey key) {
    return new TeamView(
        team.id,
        team.slug,
        team.name,
        team.createdAt,
        team.language,
        team.defaultTemplate,
        team.retentionDays,
        key == null ? null : key.value());
  }
}
