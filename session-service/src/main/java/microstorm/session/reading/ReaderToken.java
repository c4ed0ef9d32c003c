package microstorm.session.reading;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token for reading one report. */
@Schema(description = "A token for reading the report of one session.")
public record ReaderToken(
    @Schema(
            description = "The token, to send in the header `Authorization: Bearer <token>`.",
            examples = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIuLi4ifQ.c2lnbmF0dXJl")
        String token,
    @Schema(
            description =
                "The time when the token expires. It stops working earlier if the code is renewed or"
                    + " disabled.")
        Instant expiresAt) {

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "ReaderToken";
  }
}
