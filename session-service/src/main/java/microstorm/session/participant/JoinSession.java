package microstorm.session.participant;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import microstorm.web.input.SingleLine;

/**
 * A request to join a session.
 *
 * @param joinCode the session's join code, or its facilitator code; not needed with the owner's
 *     token
 * @param name optional
 * @param role the role; participant by default
 */
public record JoinSession(
    @Size(max = 64) String joinCode,
    @Size(max = 60) @SingleLine String name,
    @Pattern(
            regexp = "facilitator|participant|observer",
            message = "must be facilitator, participant or observer")
        String role) {

  /** Keeps the content out of logs. */
  @Override
  public String toString() {
    return "JoinSession";
  }
}
