package microstorm.session.seat;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import microstorm.session.request.RetryKey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to come back to a seat. */
@Schema(description = "A request to come back to a seat.")
public record Rejoin(
    @Schema(
            description =
                "The `rejoinKey` from the answer to joining, or the `Idempotency-Key` of that"
                    + " request.",
            examples = "kq0J3nXv5Tt6eYw1mUZb8KgQ4vHs2LpR")
        @NotNull
        @Pattern(regexp = RetryKey.SECRET_PATTERN, message = RetryKey.SECRET_MESSAGE)
        String rejoinKey) {

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "Rejoin";
  }
}
