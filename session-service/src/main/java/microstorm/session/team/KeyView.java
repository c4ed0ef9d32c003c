package microstorm.session.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key in the list of its team, without its secret. */
@Schema(description = "A key of a team, without its secret.")
public record KeyView(
    @Schema(description = "The id of the key.") UUID keyId,
    @Schema(description = "The name for people.", examples = KeyView.A_NAME) String name,
    @Schema(
            description = KeyView.ROLE,
            enumeration = {"owner", "member"},
            examples = "member")
        String role,
    @Schema(description = "The time when the key was added.") Instant createdAt,
    @Schema(
            description =
                "The day in UTC on which a token was last issued for the key; absent when none was.")
        @Nullable LocalDate lastUsedOn,
    @Schema(description = "Whether the token of this request was issued for the key.")
        boolean current) {

  static final String A_NAME = "Ana's laptop";
  static final String ROLE =
      "`owner` may do everything in the team. `member` plans and leads sessions like an owner, but"
          + " deletes nothing and manages no keys.";

  static KeyView of(TeamKey key, UUID currentKeyId) {
    return new KeyView(
        key.id, key.name, key.role, key.createdAt, key.lastUsedOn, key.id.equals(currentKeyId));
  }
}
