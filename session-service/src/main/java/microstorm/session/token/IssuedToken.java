package microstorm.session.token;

import java.time.Instant;

/** A bearer token and the instant from which it is no longer taken. */
public record IssuedToken(String token, Instant expiresAt) {

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "IssuedToken";
  }
}
