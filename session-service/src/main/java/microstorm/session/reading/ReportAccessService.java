package microstorm.session.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.JoinCode;
import microstorm.session.core.Session;
import microstorm.session.event.ReportAccessChanged;
import microstorm.session.problem.SessionProblem;
import microstorm.session.seat.JoinAttemptLimiter;
import microstorm.session.token.IssuedToken;
import microstorm.session.token.TokenIssuer;

/**
 * Keeps the rules for reading a session's report, in every phase. report-service enforces them; it
 * learns the hash of the reader code and never the code.
 */
@ApplicationScoped
class ReportAccessService {

  private final ActorResolver actors;
  private final JoinAttemptLimiter wrongCodes;
  private final TokenIssuer tokens;
  private final Outbox outbox;

  ReportAccessService(
      ActorResolver actors, JoinAttemptLimiter wrongCodes, TokenIssuer tokens, Outbox outbox) {
    this.actors = actors;
    this.wrongCodes = wrongCodes;
    this.tokens = tokens;
    this.outbox = outbox;
  }

  /**
   * The present rules.
   *
   * @throws ProblemException 403 not-facilitator
   */
  @Transactional
  ReportAccess get(UUID sessionId) {
    return ReportAccess.of(actors.in(sessionId).requireFacilitator());
  }

  /**
   * Changes the rules.
   *
   * @throws ProblemException 403 not-facilitator
   */
  @Transactional
  ReportAccess change(UUID sessionId, Consumer<Session> change) {
    Session session = actors.lock(sessionId).requireFacilitator();
    ReportAccess before = ReportAccess.of(session);
    change.accept(session);
    ReportAccess after = ReportAccess.of(session);
    if (!after.equals(before)) {
      outbox.append(
          new ReportAccessChanged(
              session.id, session.reportForObservers, ReaderCode.hashOf(session)));
    }
    return after;
  }

  /**
   * Exchanges a reader code for a token.
   *
   * @throws ProblemException 403 reader-code-wrong, also for an absent session; 429 when this
   *     address has sent too many wrong codes
   */
  @Transactional
  ReaderToken open(UUID sessionId, String readerCode, String address) {
    Session session =
        Session.<Session>findByIdOptional(sessionId)
            .filter(found -> JoinCode.matches(found.readerCode, readerCode))
            .orElseThrow(
                () ->
                    wrongCodes.refuse(
                        "read", sessionId, address, SessionProblem.READER_CODE_WRONG.exception()));
    IssuedToken token = tokens.forReader(session.id, session.teamId, ReaderCode.hashOf(session));
    return new ReaderToken(token.token(), token.expiresAt());
  }
}
