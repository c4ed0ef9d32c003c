package microstorm.session.token;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The owner key that a token is asked for with. */
public record OwnerKeyProof(@NotNull @Size(min = 1, max = 128) String ownerKey) {

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "OwnerKeyProof";
  }
}
