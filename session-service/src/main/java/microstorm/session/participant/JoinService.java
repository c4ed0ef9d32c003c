package microstorm.session.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
import microstorm.web.Caller;
import microstorm.web.NewId;
import microstorm.web.ProblemException;

/** Lets people into a session: whoever has its code, without an account. */
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
   * Gives somebody a seat. Whoever comes with the key that a seat was given for gets a token for
   * that seat, with the same writer key.
   *
   * @param key a secret of the client's; null: it is always another seat
   * @throws ProblemException 404 when there is no such session or the code is not its, 429 when too
   *     many such codes came from this address; 409 session-closed or too-many-participants,
   *     seat-left or seat-of-another-role for a key that was used; 400 retry-key-known
   */
  @Transactional
  Joined join(UUID sessionId, JoinSession request, RetryKey key, String address) {
    String role = Objects.requireNonNullElse(request.role(), Caller.PARTICIPANT);
    Session session =
        Session.codes(sessionId)
            .filter(codes -> admits(codes, request.joinCode(), role))
            // whoever has no right code does not make the others wait
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

  /** A token that is not good is told so here too: absent sessions look like those of others. */
  private ProblemException refuse(UUID sessionId, String address) {
    caller.isOwner();
    return wrongCodes.refuse(sessionId, address);
  }

  /** A token is looked at only where the code is not enough: an old one is in nobody's way. */
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

  /** Whoever has a seat keeps it, be the session over meanwhile. */
  private Participant seatOf(RetryKey key, Session session, String name, String role) {
    if (Stream.of(session.id.toString(), session.joinCode, session.facilitatorCode)
        .anyMatch(key.value()::contains)) {
      throw SessionProblem.RETRY_KEY_KNOWN.exception();
    }
    byte[] hash = key.hash(session.id);
    return Participant.seatedBy(session.id, hash)
        .map(seated -> keeping(seated, role))
        .orElseGet(() -> seat(session, name, role, hash));
  }

  private static Participant keeping(Participant seated, String role) {
    if (!seated.isPresent()) {
      throw SessionProblem.SEAT_LEFT.exception();
    }
    if (!seated.role.equals(role)) {
      throw SessionProblem.SEAT_OF_ANOTHER_ROLE.exception(
          "This key was used to join as %s.".formatted(seated.role));
    }
    return seated;
  }

  /** The session is locked: nobody else is counted or placed meanwhile. */
  private Participant seat(Session session, String name, String role, byte[] retryHash) {
    Rules.requireOpen(session);
    if (Participant.count("session.id = ?1 and leftAt is null", session.id)
        >= config.maxParticipants()) {
      throw tooMany("No more than %d people take part in a session.", config.maxParticipants());
    }
    int position = Participant.seats(session.id);
    boolean leads = role.equals(Caller.FACILITATOR);
    if (!leads && position - session.seatsBefore >= config.maxSeats()) {
      throw tooMany(
          "No more than %d seats are given with one join code; the facilitator can renew it.",
          config.maxSeats());
    }
    String called = name == null ? "Participant " + (position + 1) : name.strip();
    Participant participant = new Participant(newId.get(), session, position, called);
    participant.role = role;
    participant.joinedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    participant.retryHash = retryHash;
    participant.persist();
    outbox.append(new ParticipantJoined(session.id, participant.id, position, called, role));
    return participant;
  }

  private static ProblemException tooMany(String sentence, int most) {
    return SessionProblem.TOO_MANY_PARTICIPANTS.exception(sentence.formatted(most));
  }
}
