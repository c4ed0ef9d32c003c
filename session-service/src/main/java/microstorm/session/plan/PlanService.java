package microstorm.session.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.input.Patches;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.Actor;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.JoinCode;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.core.SessionEvents;
import microstorm.session.core.Sessions;
import microstorm.session.core.SessionsConfig;
import microstorm.session.event.PlannedTopic;
import microstorm.session.problem.SessionProblem;
import microstorm.session.request.Created;
import microstorm.session.request.RequestDigest;
import microstorm.session.request.RetryKey;
import microstorm.session.team.Team;

/** Plans sessions, and changes plans until the start. */
@ApplicationScoped
public class PlanService {

  private final ActorResolver actors;
  private final LogEntries logEntries;
  private final PlanFields fields;
  private final Outbox outbox;
  private final RequestDigest digest;
  private final SessionsConfig config;
  private final Clock clock;
  private final NewId newId;

  PlanService(
      ActorResolver actors,
      LogEntries logEntries,
      PlanFields fields,
      Outbox outbox,
      RequestDigest digest,
      SessionsConfig config,
      Clock clock,
      NewId newId) {
    this.actors = actors;
    this.logEntries = logEntries;
    this.fields = fields;
    this.digest = digest;
    this.config = config;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * Plans a session of a team. With the retry key of an earlier request it returns that session in
   * its present state.
   *
   * @param key the retry key; null plans a new session every time
   * @throws ProblemException 404 when the template is not a session of the team; 409 id-in-use or
   *     session-list-full
   */
  @Transactional
  public Created<Session> plan(UUID teamId, PlanSession request, RetryKey key) {
    // two simultaneous requests with one key plan one session, and a deleted team plans none
    Team.lock(teamId).orElseThrow(() -> ProblemException.notFound("team"));
    if (key == null) {
      return Created.now(create(teamId, request, null));
    }
    Optional<Session> earlier = Sessions.plannedBy(teamId, key.hash(teamId));
    if (earlier.isPresent()) {
      digest.requireSame(earlier.get().retryDigest, request);
      return Created.before(earlier.get());
    }
    return Created.now(create(teamId, request, key));
  }

  private Session create(UUID teamId, PlanSession request, RetryKey key) {
    if (Sessions.countOf(teamId) >= config.maxPerTeam()) {
      throw SessionProblem.SESSION_LIST_FULL.exception(
          ("The team has %d sessions, which is the maximum. Delete some that it no longer needs, or"
                  + " set a retention.")
              .formatted(config.maxPerTeam()));
    }
    Session session = new Session();
    if (key != null) {
      session.retryHash = key.hash(teamId);
      session.retryDigest = digest.of(request);
    }
    session.rehearsal = Boolean.TRUE.equals(request.rehearsal());
    session.showActions = !session.rehearsal && !Boolean.FALSE.equals(request.showActions());
    session.id = newId.get();
    session.teamId = teamId;
    session.phase = Phase.PLANNED;
    session.joinCode = JoinCode.random();
    session.facilitatorCode = JoinCode.randomForLinks();
    session.createdAt = clock.instant();
    session.updatedAt = session.createdAt;
    List<String> topics = fields.takeOver(session, request);
    fields.describe(session, request.fields());
    logEntries.change(session, request.fields());
    session.persist();
    outbox.append(
        SessionEvents.planned(
            session, topics.stream().map(title -> new PlannedTopic(newId.get(), title)).toList()));
    return session;
  }

  /**
   * Changes the plan, and the number and summary in the log. An empty request changes nothing, in
   * whatever phase.
   *
   * @throws ProblemException 403 not-facilitator; 409 already-started, session-closed or
   *     number-in-use
   */
  @Transactional
  public Actor change(UUID sessionId, ChangeSession request) {
    Actor actor = actors.lock(sessionId);
    Session session = actor.requireFacilitator();
    if (Patches.isEmpty(request)) {
      return actor;
    }
    if (request.changesLogEntryOnly()) {
      logEntries.requireChangeable(actor);
    } else {
      fields.describe(Rules.requireNotStarted(session), request);
      if (!session.showsPresence()) {
        Participant.disconnectAll(sessionId);
      }
    }
    logEntries.change(session, request);
    session.updatedAt = clock.instant();
    outbox.append(SessionEvents.changed(session, Participant.count(sessionId)));
    return actor;
  }

  /**
   * Makes new codes. The old ones stop working at once.
   *
   * @throws ProblemException 403 not-facilitator; 409 session-closed
   */
  @Transactional
  public Session renewCodes(UUID sessionId) {
    Session session = Rules.requireOpen(actors.lock(sessionId).requireFacilitator());
    session.joinCode = JoinCode.random();
    session.facilitatorCode = JoinCode.randomForLinks();
    session.seatsBefore = Participant.seats(sessionId);
    return session;
  }
}
