package microstorm.session.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;
import microstorm.http.token.Caller;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.JoinCode;
import microstorm.session.core.Participant;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.core.SessionTexts;
import microstorm.session.core.Sessions;
import microstorm.session.event.ParticipantJoined;
import microstorm.session.problem.SessionProblem;
import microstorm.session.request.Created;
import microstorm.session.request.RequestDigest;
import microstorm.session.request.RetryKey;
import microstorm.session.room.Rooms;
import microstorm.session.seat.JoinAttemptLimiter;
import microstorm.session.seat.Joined;
import microstorm.session.seat.RejoinKey;
import microstorm.session.seat.SeatLimits;
import microstorm.session.seat.SeatTokens;

/** Lets people join a session with its code, without an account. */
@ApplicationScoped
class JoinService {

  private final Caller caller;
  private final JoinAttemptLimiter wrongCodes;
  private final SeatTokens seats;
  private final SeatLimits limits;
  private final Rooms rooms;
  private final RequestDigest digest;
  private final Outbox outbox;
  private final Clock clock;
  private final NewId newId;

  JoinService(
      Caller caller,
      JoinAttemptLimiter wrongCodes,
      SeatTokens seats,
      SeatLimits limits,
      Rooms rooms,
      RequestDigest digest,
      Outbox outbox,
      Clock clock,
      NewId newId) {
    this.caller = caller;
    this.wrongCodes = wrongCodes;
    this.seats = seats;
    this.limits = limits;
    this.rooms = rooms;
    this.digest = digest;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * Gives a person a seat. A repeated request with the same retry key gets a token for the same
   * seat, with the same writer key.
   *
   * @param key the retry key, a secret of the client; null gives a new seat every time
   * @throws ProblemException 403 join-code-wrong, or not-facilitator when the code is not for this
   *     role; 404 when an owner's token is not for the team of the session; 429 when this address
   *     has sent too many wrong codes; 409 session-closed or too-many-participants, or seat-left or
   *     id-in-use for a used key; 400 retry-key-known
   */
  @Transactional
  Created<Joined> join(UUID sessionId, JoinSession request, RetryKey key, String address) {
    String role = Objects.requireNonNullElse(request.role(), Caller.PARTICIPANT);
    Session session =
        Sessions.codes(sessionId)
            .filter(codes -> admits(codes, request.joinCode(), role))
            // without the right code, a request must not lock the session
            .flatMap(codes -> Sessions.lock(sessionId))
            .filter(found -> admits(codesOf(found), request.joinCode(), role))
            .orElseThrow(() -> refuse(sessionId, address));
    Seat wanted = new Seat(request.name(), role);
    RejoinKey own = key == null ? RejoinKey.random() : RejoinKey.of(key);
    Created<Participant> seated =
        key == null ? Created.now(seat(session, wanted, own, null)) : seatOf(own, session, wanted);
    return seated.map(participant -> seats.tokenFor(participant, own));
  }

  /** The request without the code, which proves a right to the seat but does not describe it. */
  private record Seat(String name, String role) {}

  /**
   * Refuses a wrong code. An owner of another team learns only that they have no access. An invalid
   * token gets 401 here too, so that absent sessions look like those of other teams.
   */
  private ProblemException refuse(UUID sessionId, String address) {
    ProblemException refusal =
        caller.isOfTeam()
            ? ProblemException.notFound("session")
            : SessionProblem.JOIN_CODE_WRONG.exception();
    return wrongCodes.refuse("join", sessionId, address, refusal);
  }

  /**
   * Checks the code, and the token only if the code is not sufficient, so that an expired token
   * does no harm.
   *
   * @throws ProblemException 403 not-facilitator
   */
  private boolean admits(Sessions.Codes session, String code, String role) {
    String given = Objects.requireNonNullElse(code, "");
    boolean facilitator = JoinCode.matches(session.facilitatorCode(), given);
    boolean participant = JoinCode.matches(session.joinCode(), given);
    if (facilitator || participant && !role.equals(Caller.FACILITATOR)) {
      return true;
    }
    boolean owner =
        session.joinCode() != null && caller.isOfTeam() && caller.teamId().equals(session.teamId());
    if (participant && !owner) {
      throw SharedProblem.NOT_FACILITATOR.exception(
          "This code is for participants and observers. Use the facilitator code to join as a"
              + " facilitator.");
    }
    return owner;
  }

  private static Sessions.Codes codesOf(Session session) {
    return new Sessions.Codes(session.joinCode, session.facilitatorCode, session.teamId);
  }

  /** The seat of the retry key. It stays valid even when the session is over. */
  private Created<Participant> seatOf(RejoinKey key, Session session, Seat wanted) {
    if (Stream.of(session.id.toString(), session.joinCode, session.facilitatorCode)
        .anyMatch(key.value()::contains)) {
      throw SessionProblem.RETRY_KEY_KNOWN.exception();
    }
    return Participant.seatedBy(session.id, key.hash(session.id))
        .map(seated -> Created.before(requireSame(seated, wanted)))
        .orElseGet(() -> Created.now(seat(session, wanted, key, digest.of(wanted))));
  }

  private Participant requireSame(Participant seated, Seat wanted) {
    if (!seated.isPresent()) {
      throw SessionProblem.SEAT_LEFT.exception();
    }
    digest.requireSame(seated.retryDigest, wanted);
    boolean promoted =
        seated.role.equals(Caller.FACILITATOR) && wanted.role.equals(Caller.PARTICIPANT);
    if (!promoted && !seated.role.equals(wanted.role)) {
      throw SharedProblem.ID_IN_USE.exception(
          "This Idempotency-Key was used to join as %s. Use a new one for another role."
              .formatted(seated.role));
    }
    return seated;
  }

  /**
   * Gives a new seat. The session is locked, so that simultaneous requests are counted one after
   * the other.
   *
   * @param requestDigest null for a request that cannot be repeated
   */
  private Participant seat(Session session, Seat wanted, RejoinKey key, byte[] requestDigest) {
    Rules.requireOpen(session);
    int position = limits.requireSeat(session, wanted.role.equals(Caller.FACILITATOR));
    String displayName =
        wanted.name == null
            ? SessionTexts.of(session).participant(position + 1)
            : wanted.name.strip();
    Participant participant = new Participant(newId.get(), session, position, displayName);
    participant.role = wanted.role;
    participant.joinedAt = clock.instant();
    participant.retryHash = key.hash(session.id);
    participant.retryDigest = requestDigest;
    rooms.place(participant, session);
    participant.persist();
    outbox.append(
        new ParticipantJoined(
            session.id, participant.id, position, displayName, wanted.role, participant.room));
    return participant;
  }
}
