package microstorm.session.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.http.NewId;
import microstorm.http.input.PatchField;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Criterion;
import microstorm.session.core.Session;
import microstorm.session.core.Sessions;
import microstorm.session.problem.SessionProblem;
import microstorm.session.quiet.QuietEnd;
import microstorm.session.team.Team;
import microstorm.session.template.PlannedContent;
import microstorm.session.template.Templates;

/** Writes the fields of plans, from requests and from templates. */
@ApplicationScoped
class PlanFields {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private final Templates templates;
  private final NewId newId;
  private final Clock clock;

  PlanFields(Templates templates, NewId newId, Clock clock) {
    this.templates = templates;
    this.newId = newId;
    this.clock = clock;
  }

  /**
   * Takes over what templates and the request's earlier session have. Returns the titles of the
   * board's topics.
   */
  List<String> takeOver(Session session, PlanSession request) {
    if (request.template() != null && request.templateOf() != null) {
      throw ProblemException.invalid("template", "must be absent if templateOf is sent");
    }
    PlannedContent content =
        PlannedContent.of(templates.layers(session.teamId, request.template()));
    session.language =
        Objects.requireNonNullElseGet(content.language(), () -> Team.language(session.teamId));
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

  private static Session template(UUID teamId, UUID id) {
    return Sessions.ofTeam(teamId, id).orElseThrow(() -> ProblemException.notFound("session"));
  }

  private void copy(Session template, Session session) {
    if (template.settings != null) {
      session.settings = template.settings.forLaterSession();
    }
    session.timeZone = template.timeZone;
    session.language = template.language;
    session.cards = new ArrayList<>(template.cards);
    session.plannedBreaks = new ArrayList<>(template.plannedBreaks);
    session.criteria =
        criteria(List.of(), template.criteria.stream().map(Criterion::text).toList());
  }

  /** Changes the fields that the request names. */
  void describe(Session session, ChangeSession request) {
    session.settings = request.applyTo(session.settings);
    if (request.title() != null) {
      session.title = request.title().strip();
    }
    session.language = Objects.requireNonNullElse(request.language(), session.language);
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
    requireCollectable(session);
  }

  /** Nobody writes without a problem and a criterion. */
  private static void requireCollectable(Session session) {
    if (session.settings.collectEarly() && session.problem == null) {
      throw SessionProblem.PROBLEM_MISSING.exception(
          "Ideas can be collected early only if the problem is defined. Define it, or send"
              + " collectEarly with false.");
    }
    if (session.settings.collectEarly() && session.criteria.isEmpty()) {
      throw SessionProblem.CRITERIA_MISSING.exception(
          "Ideas can be collected early only if there is a criterion. Add one, or send collectEarly"
              + " with false.");
    }
  }

  private void schedule(Session session, ChangeSession request) {
    session.timeZone = PatchField.or(request.timeZone(), session.timeZone);
    if (request.plannedAt() != null) {
      session.plannedAt = requireValid(request.plannedAt().value());
    }
    if (request.quietUntil() != null) {
      session.quietUntil = QuietEnd.micros(request.quietUntil().value());
    }
    if (request.quietUntil() != null
        || request.plannedAt() != null
        || request.quietMinutes() != null) {
      QuietEnd.requirePlannable(session, clock.instant());
    }
    session.heldOn = session.plannedOn();
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
