package microstorm.session.token;

import java.time.Instant;

/** A bearer token and its time of expiry. */
public record IssuedToken(String token, Instant expiresAt) {

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "IssuedToken";
  }
}
