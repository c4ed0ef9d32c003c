package microstorm.idea.idea;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import microstorm.idea.event.Comparison;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An idea as people see it. */
@Schema(description = "An idea, or a quote, reference, note or comparison.")
public record IdeaView(
    @Schema(description = "The id of the idea.") UUID id,
    @Schema(description = "The topic of the idea; absent if it has none.") @Nullable UUID topicId,
    @Schema(description = "The idea that this one builds on; absent if there is none.")
        @Nullable UUID parentId,
    @Schema(
            description =
                "The place among the topics and ideas of the board. Only the order of positions has"
                    + " a meaning.",
            minimum = "0",
            examples = "17")
        int position,
    @Schema(
            description = "The kind of contribution.",
            enumeration = {"idea", "quote", "reference", "note", "comparison"},
            examples = "idea")
        String kind,
    @Schema(
            description =
                "The author's text in Markdown. A comparison without a text gets one that names its"
                    + " two sides.",
            examples = "A buddy for the first month")
        String text,
    @Schema(description = "The comparison; absent for every other kind.")
        @Nullable Comparison comparison,
    @Schema(
            description =
                "The participantId of the author; absent in an anonymous session, and for ideas of"
                    + " an imported log.")
        @Nullable UUID authorId,
    @Schema(description = "The affinity group of the idea; absent if it has none.")
        @Nullable UUID groupId,
    @Schema(
            description =
                "The time at which the idea was posted or, for an idea of a log, imported; absent"
                    + " in an anonymous session.")
        @Nullable Instant submittedAt,
    @Schema(
            description =
                "The time of the last change of the text; absent if it was never changed, and in an"
                    + " anonymous session.")
        @Nullable Instant editedAt,
    @Schema(description = "Whether everybody can see the idea. false while only its author can.")
        boolean shared,
    @Schema(
            description =
                "The number of the room in which the idea was shared. It stays after the rooms"
                    + " merged. Absent if there was none.",
            minimum = "1",
            examples = "2")
        @Nullable Integer room,
    @Schema(
            description =
                "How somebody who leads the session removed the idea: `taken-down` can be undone,"
                    + " `redacted` cannot. The text is then a placeholder, and the comparison,"
                    + " author and links are absent. Absent if nobody removed it.")
        @Nullable Removal removal,
    @Schema(description = "true for the author; absent for everybody else.") @Nullable Boolean mine,
    @Schema(description = "The links in the text, in order, at most 20.") List<LinkView> links) {

  /** How somebody who leads the session removed an idea. */
  @Schema(name = "IdeaRemoval", description = "How somebody who leads the session removed an idea.")
  public enum Removal {
    /** The content is hidden and can be brought back. */
    @JsonProperty("taken-down")
    TAKEN_DOWN,
    /** The content is deleted. */
    @JsonProperty("redacted")
    REDACTED;

    static Removal of(String label) {
      return label == null ? null : valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** A link in the text of an idea. */
  @Schema(description = "A link in the text of an idea.")
  public record LinkView(
      @Schema(
              description = "The text of the link, or its address if it has no text.",
              examples = "Onboarding buddies")
          String title,
      @Schema(
              description = "The address of the web page, http or https.",
              maxLength = 2_000,
              examples = "https://example.org/buddies")
          String url) {}

  /** The same idea as its author sees it. */
  public IdeaView asMine() {
    return new IdeaView(
        id,
        topicId,
        parentId,
        position,
        kind,
        text,
        comparison,
        authorId,
        groupId,
        submittedAt,
        editedAt,
        shared,
        room,
        removal,
        true,
        links);
  }
}
