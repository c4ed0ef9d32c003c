package microstorm.session.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.JoinCode;
import microstorm.session.core.Sessions;
import microstorm.session.problem.SessionProblem;
import microstorm.session.seat.JoinAttemptLimiter;

/** Finds sessions by their codes. */
@ApplicationScoped
class InvitationService {

  private final JoinAttemptLimiter wrongCodes;

  InvitationService(JoinAttemptLimiter wrongCodes) {
    this.wrongCodes = wrongCodes;
  }

  /**
   * The session of a code.
   *
   * @throws ProblemException 403 join-code-wrong; 429 when this address has sent too many wrong
   *     codes
   */
  @Transactional
  Invitation open(String code, String address) {
    return Sessions.ofCode(code)
        .map(session -> Invitation.of(session, JoinCode.matches(session.facilitatorCode, code)))
        .orElseThrow(
            () ->
                wrongCodes.refuse(
                    "invitation", null, address, SessionProblem.JOIN_CODE_WRONG.exception()));
  }
}
