package microstorm.session.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.Actor;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Created;
import microstorm.session.core.Criterion;
import microstorm.session.core.JoinCode;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.RequestDigest;
import microstorm.session.core.RetryKey;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.core.SessionEvents;
import microstorm.session.event.PlannedTopic;
import microstorm.session.team.Team;
import microstorm.session.template.PlannedContent;
import microstorm.session.template.Templates;
import microstorm.web.NewId;
import microstorm.web.input.PatchField;
import microstorm.web.problem.ProblemException;

/** Plans sessions, and changes plans until the start. */
@ApplicationScoped
public class PlanService {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private final ActorResolver actors;
  private final LogEntries logEntries;
  private final Templates templates;
  private final Outbox outbox;
  private final RequestDigest digest;
  private final Clock clock;
  private final NewId newId;

  PlanService(
      ActorResolver actors,
      LogEntries logEntries,
      Templates templates,
      Outbox outbox,
      RequestDigest digest,
      Clock clock,
      NewId newId) {
    this.actors = actors;
    this.logEntries = logEntries;
    this.templates = templates;
    this.digest = digest;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * Plans a session of a team. With the retry key of an earlier request it returns that session in
   * its present state.
   *
   * @param key the retry key; null plans a new session every time
   * @throws ProblemException 404 when the template is not a session of the team; 409 id-in-use
   */
  @Transactional
  public Created<Session> plan(UUID teamId, PlanSession request, RetryKey key) {
    if (key == null) {
      return Created.now(create(teamId, request, null));
    }
    Team.lock(teamId); // two simultaneous requests with one key plan one session
    Optional<Session> earlier = Session.plannedBy(teamId, key.hash(teamId));
    if (earlier.isPresent()) {
      digest.requireSame(earlier.get().retryDigest, request);
      return Created.before(earlier.get());
    }
    return Created.now(create(teamId, request, key));
  }

  private Session create(UUID teamId, PlanSession request, RetryKey key) {
    Session session = new Session();
    if (key != null) {
      session.retryHash = key.hash(teamId);
      session.retryDigest = digest.of(request);
    }
    session.carryActions = !Boolean.FALSE.equals(request.carryActions());
    session.id = newId.get();
    session.teamId = teamId;
    session.phase = Phase.PLANNED;
    session.joinCode = JoinCode.random();
    session.facilitatorCode = JoinCode.random();
    session.createdAt = clock.instant();
    session.updatedAt = session.createdAt;
    List<String> topics = takeOver(session, request);
    describe(session, request.fields());
    logEntries.change(session, request.fields());
    session.persist();
    outbox.append(
        SessionEvents.planned(
            session, topics.stream().map(title -> new PlannedTopic(newId.get(), title)).toList()));
    return session;
  }

  /**
   * Takes over what templates and the request's earlier session have. Returns the titles of the
   * board's topics.
   */
  private List<String> takeOver(Session session, PlanSession request) {
    if (request.template() != null && request.templateOf() != null) {
      throw CommonProblem.INVALID.exception("Send either template or templateOf, not both.");
    }
    PlannedContent content =
        PlannedContent.of(templates.layers(session.teamId, request.template()));
    session.settings = content.settings();
    session.criteria = criteria(List.of(), content.criteria());
    session.cards = new ArrayList<>(content.cards());
    session.plannedBreaks = new ArrayList<>(content.breaks());
    if (request.templateOf() != null) {
      copy(template(session.teamId, request.templateOf()), session);
    }
    return request.topics() == null
        ? content.topics()
        : request.topics().stream().map(String::strip).toList();
  }

  /**
   * Changes the plan, and the number and summary in the log.
   *
   * @throws ProblemException 403 not-facilitator; 409 already-started, session-closed or
   *     number-in-use
   */
  @Transactional
  public Actor change(UUID sessionId, ChangeSession request) {
    Actor actor = actors.lock(sessionId);
    Session session = actor.requireFacilitator();
    if (request.isForTheLog()) {
      logEntries.requireChangeable(actor);
    } else {
      describe(Rules.requireNotStarted(session), request);
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
    session.facilitatorCode = JoinCode.random();
    session.seatsBefore = Participant.seats(sessionId);
    return session;
  }

  private static Session template(UUID teamId, UUID id) {
    return Session.ofTeam(teamId, id).orElseThrow(() -> ProblemException.notFound("session"));
  }

  private void copy(Session template, Session session) {
    if (template.settings != null) {
      session.settings = template.settings;
    }
    session.timeZone = template.timeZone;
    session.cards = new ArrayList<>(template.cards);
    session.plannedBreaks = new ArrayList<>(template.plannedBreaks);
    session.criteria =
        criteria(List.of(), template.criteria.stream().map(Criterion::text).toList());
  }

  private void describe(Session session, ChangeSession request) {
    session.settings = request.applyTo(session.settings);
    if (request.title() != null) {
      session.title = request.title().strip();
    }
    session.problem = PlanText.orNull(PatchField.or(request.problem(), session.problem));
    if (request.criteria() != null) {
      List<Criterion> changed = criteria(session.criteria, request.criteria());
      session.criteria.clear();
      session.criteria.addAll(changed);
    }
    if (request.cards() != null) {
      session.cards = request.cards().stream().map(String::strip).toList();
    }
    if (request.breaks() != null) {
      session.plannedBreaks.clear();
      session.plannedBreaks.addAll(request.breaks());
    }
    schedule(session, request);
  }

  private static void schedule(Session session, ChangeSession request) {
    session.timeZone = PatchField.or(request.timeZone(), session.timeZone);
    if (request.plannedAt() != null) {
      session.plannedAt = requireValid(request.plannedAt().value());
    }
    session.heldOn =
        session.plannedAt == null ? null : session.plannedAt.atZone(session.zone()).toLocalDate();
  }

  private static Instant requireValid(Instant plannedAt) {
    if (plannedAt == null) {
      return null;
    }
    int year = plannedAt.atOffset(ZoneOffset.UTC).getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw ProblemException.invalid("plannedAt", "must be in the years 2000 to 2999");
    }
    return plannedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** The criteria with these texts. A criterion whose text existed before keeps its id. */
  private List<Criterion> criteria(List<Criterion> before, List<String> texts) {
    Map<String, UUID> known =
        before.stream().collect(Collectors.toMap(Criterion::text, Criterion::id, (a, b) -> a));
    return new ArrayList<>(
        texts.stream()
            .map(String::strip)
            .distinct()
            .map(text -> new Criterion(known.getOrDefault(text, newId.get()), text))
            .toList());
  }
}
