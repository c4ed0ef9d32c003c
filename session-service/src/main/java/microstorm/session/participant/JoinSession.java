package microstorm.session.participant;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import microstorm.web.SingleLine;

/**
 * Somebody wants to take part.
 *
 * @param joinCode the session's join code, or its facilitator code; not needed with the owner's
 *     token
 * @param name optional
 * @param role participant unless said otherwise
 */
public record JoinSession(
    @Size(max = 64) String joinCode,
    @Size(max = 60) @SingleLine String name,
    @Pattern(
            regexp = "facilitator|participant|observer",
            message = "must be facilitator, participant or observer")
        String role) {

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "JoinSession";
  }
}
