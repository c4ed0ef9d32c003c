package microstorm.session.team;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new key with its secret, which is stored nowhere. */
@Schema(description = "A new key with its secret.")
public record AddedKey(
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
                "The secret, to exchange for tokens with `issueToken`: as `ownerKey` or"
                    + " `memberKey`. Store it, because it is shown only in this answer.",
            examples = AccessKey.EXAMPLE)
        String key) {

  static AddedKey of(TeamKey key, AccessKey secret) {
    return new AddedKey(key.id, key.name, key.role, key.createdAt, secret.value());
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "AddedKey";
  }
}
