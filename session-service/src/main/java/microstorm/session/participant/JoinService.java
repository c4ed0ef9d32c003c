package microstorm.session.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.messaging.Outbox;
import microstorm.session.core.JoinCode;
import microstorm.session.core.Participant;
import microstorm.session.core.RetryKey;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.core.SessionsConfig;
import microstorm.session.event.ParticipantJoined;
import microstorm.session.problem.SessionProblem;
import microstorm.session.token.IssuedToken;
import microstorm.session.token.TokenIssuer;
import microstorm.session.token.WriterKey;
import microstorm.web.NewId;
import microstorm.web.problem.ProblemException;
import microstorm.web.token.Caller;

/** Lets people join a session with its code, without an account. */
@ApplicationScoped
class JoinService {

  private final Caller caller;
  private final JoinAttemptLimiter wrongCodes;
  private final TokenIssuer tokens;
  private final SessionsConfig config;
  private final Outbox outbox;
  private final Clock clock;
  private final NewId newId;

  JoinService(
      Caller caller,
      JoinAttemptLimiter wrongCodes,
      TokenIssuer tokens,
      SessionsConfig config,
      Outbox outbox,
      Clock clock,
      NewId newId) {
    this.caller = caller;
    this.wrongCodes = wrongCodes;
    this.tokens = tokens;
    this.config = config;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * Gives a person a seat. A repeated request with the same retry key gets a token for the same
   * seat, with the same writer key.
   *
   * @param key the retry key, a secret of the client; null gives a new seat every time
   * @throws ProblemException 404 when there is no such session or the code is wrong, 429 when this
   *     address has sent too many wrong codes; 409 session-closed or too-many-participants, or
   *     seat-left or seat-of-another-role for a used key; 400 retry-key-known
   */
  @Transactional
  Joined join(UUID sessionId, JoinSession request, RetryKey key, String address) {
    String role = Objects.requireNonNullElse(request.role(), Caller.PARTICIPANT);
    Session session =
        Session.codes(sessionId)
            .filter(codes -> admits(codes, request.joinCode(), role))
            // without the right code, a request must not lock the session
            .flatMap(codes -> Session.lock(sessionId))
            .filter(found -> admits(codesOf(found), request.joinCode(), role))
            .orElseThrow(() -> refuse(sessionId, address));
    Participant participant =
        key == null
            ? seat(session, request.name(), role, null)
            : seatOf(key, session, request.name(), role);
    WriterKey writer =
        key == null ? WriterKey.random() : WriterKey.derived(key.value(), participant.id);
    IssuedToken token =
        tokens.forParticipant(session.id, session.teamId, participant.id, role, writer);
    return new Joined(participant.id, participant.name, role, token.token(), token.expiresAt());
  }

  /**
   * Refuses a wrong code. An invalid token gets 401 here too, so that absent sessions look like
   * those of other teams.
   */
  private ProblemException refuse(UUID sessionId, String address) {
    caller.isOwner();
    return wrongCodes.refuse(sessionId, address);
  }

  /**
   * Checks the code, and the token only if the code is not sufficient, so that an expired token
   * does no harm.
   */
  private boolean admits(Session.Codes session, String code, String role) {
    String given = Objects.requireNonNullElse(code, "");
    boolean facilitator = JoinCode.matches(session.facilitatorCode(), given);
    boolean participant = JoinCode.matches(session.joinCode(), given);
    return facilitator
        || participant && !role.equals(Caller.FACILITATOR)
        || session.joinCode() != null
            && caller.isOwner()
            && caller.teamId().equals(session.teamId());
  }

  private static Session.Codes codesOf(Session session) {
    return new Session.Codes(session.joinCode, session.facilitatorCode, session.teamId);
  }

  /** The seat of the retry key. It stays valid even when the session is over. */
  private Participant seatOf(RetryKey key, Session session, String name, String role) {
    if (Stream.of(session.id.toString(), session.joinCode, session.facilitatorCode)
        .anyMatch(key.value()::contains)) {
      throw SessionProblem.RETRY_KEY_KNOWN.exception();
    }
    byte[] hash = key.hash(session.id);
    return Participant.seatedBy(session.id, hash)
        .map(seated -> requireSameRole(seated, role))
        .orElseGet(() -> seat(session, name, role, hash));
  }

  private static Participant requireSameRole(Participant seated, String role) {
    if (!seated.isPresent()) {
      throw SessionProblem.SEAT_LEFT.exception();
    }
    if (!seated.role.equals(role)) {
      throw SessionProblem.SEAT_OF_ANOTHER_ROLE.exception(
          "This Idempotency-Key was used to join as %s. Use a new one for another role."
              .formatted(seated.role));
    }
    return seated;
  }

  /**
   * Gives a new seat. The session is locked, so that simultaneous requests are counted one after
   * the other.
   */
  private Participant seat(Session session, String name, String role, byte[] retryHash) {
    Rules.requireOpen(session);
    if (Participant.count("session.id = ?1 and leftAt is null", session.id)
        >= config.maxParticipants()) {
      throw tooMany(
          "The session has %d participants, the most that it can have. Wait until somebody leaves.",
          config.maxParticipants());
    }
    int position = Participant.seats(session.id);
    boolean leads = role.equals(Caller.FACILITATOR);
    if (!leads && position - session.seatsBefore >= config.maxSeats()) {
      throw tooMany(
          "The join code has given %d seats, the most that it can give. Ask the facilitator for a"
              + " new code.",
          config.maxSeats());
    }
    String displayName = name == null ? "Participant " + (position + 1) : name.strip();
    Participant participant = new Participant(newId.get(), session, position, displayName);
    participant.role = role;
    participant.joinedAt = clock.instant();
    participant.retryHash = retryHash;
    participant.persist();
    outbox.append(new ParticipantJoined(session.id, participant.id, position, displayName, role));
    return participant;
  }

  private static ProblemException tooMany(String sentence, int most) {
    return SessionProblem.TOO_MANY_PARTICIPANTS.exception(sentence.formatted(most));
  }
}
