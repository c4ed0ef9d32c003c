package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import microstorm.report.edition.CurrentEditions;
import microstorm.report.edition.ImportsConfig;
import microstorm.report.edition.LogLayouts;
import microstorm.report.edition.LogSessions;
import microstorm.report.edition.ParsedEvents;
import microstorm.report.imports.plan.ComparedSession;
import microstorm.report.imports.plan.ImportPlan;
import microstorm.report.imports.plan.ImportPlanner;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.problem.ReportProblem;

/**
 * Stores the frame, the layouts and the order of a parsed log in the log book, and publishes an
 * event for every session that is new or different: all in one transaction.
 */
@ApplicationScoped
class LogIntake {

  private final LogSessions sessions;
  private final LogLayouts layouts;
  private final CurrentEditions editions;
  private final ImportPlanner planner;
  private final UndoKeeper undo;
  private final Imports imports;
  private final ImportBacklog backlog;
  private final ImportsConfig config;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;
  private final Clock clock;
  private final NewId newId;

  LogIntake(
      LogSessions sessions,
      LogLayouts layouts,
      CurrentEditions editions,
      ImportPlanner planner,
      UndoKeeper undo,
      Imports imports,
      ImportBacklog backlog,
      ImportsConfig config,
      DeletedKeys deletedKeys,
      Outbox outbox,
      Clock clock,
      NewId newId) {
    this.sessions = sessions;
    this.layouts = layouts;
    this.editions = editions;
    this.planner = planner;
    this.undo = undo;
    this.imports = imports;
    this.backlog = backlog;
    this.config = config;
    this.deletedKeys = deletedKeys;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /** The ids of the team's deleted sessions. */
  @Transactional
  Set<UUID> deleted(UUID teamId) {
    return sessions.deleted(teamId);
  }

  /** What an import would change. Changes nothing. */
  @Transactional
  ImportPlan check(UUID teamId, ParsedLog parsed, boolean repaired) {
    return plan(teamId, sessions.frame(teamId), parsed, repaired);
  }

  @Transactional
  UUID take(UUID teamId, ParsedLog parsed, boolean repaired) {
    String frame = sessions.lockBook(teamId);
    requireNothingDeletedMeanwhile(teamId, parsed);
    backlog.check(teamId);
    ImportPlan plan = plan(teamId, frame, parsed, repaired);
    UUID id = newId.get();
    Instant now = clock.instant();
    undo.keep(teamId, id, now, plan);
    store(teamId, plan);
    imports.insert(id, teamId, now, plan.outcome(), plan.found());
    sessions.mention(id, plan.sessions().stream().map(LogIntake::mention).toList());
    return id;
  }

  private ImportPlan plan(UUID teamId, String frame, ParsedLog parsed, boolean repaired) {
    ImportPlan plan = planner.plan(teamId, frame, parsed, repaired);
    boolean adds = plan.sessions().stream().anyMatch(ComparedSession::isAdded);
    if (adds && plan.order().size() + sessions.countDeleted(teamId) > config.maxSessions()) {
      throw ReportProblem.LOG_BOOK_FULL.exception(
          "A log book can have at most %,d imported sessions, including deleted ones."
              .formatted(config.maxSessions()));
    }
    return plan;
  }

  private static LogSessions.Mention mention(ComparedSession one) {
    return new LogSessions.Mention(
        one.id(),
        one.edition().revision(),
        one.session().ideas().size(),
        one.session().title(),
        one.isAdded());
  }

  /** Otherwise the other services would drop the events of this import. */
  private void requireNothingDeletedMeanwhile(UUID teamId, ParsedLog log) {
    Set<UUID> ids = log.sessions().stream().map(ParsedSession::id).collect(Collectors.toSet());
    ids.add(teamId);
    if (!deletedKeys.among(ids).isEmpty()) {
      throw ProblemException.busy(
          "A session of this log has just been deleted. Please import the log again.", 1);
    }
  }

  private void store(UUID teamId, ImportPlan plan) {
    if (plan.frame() != null) {
      sessions.setFrame(teamId, plan.frame());
    }
    List<ComparedSession> differing = plan.differing();
    List<LogSessions.Edition> changed = differing.stream().map(ComparedSession::edition).toList();
    sessions.put(teamId, changed);
    layouts.put(plan.sessions().stream().map(ComparedSession::edition).toList());
    sessions.putLines(
        plan.sessions().stream().map(ComparedSession::id).toList(),
        plan.sessions().stream().map(one -> one.session().line()).toList());
    editions.keep(changed, differing.stream().map(ComparedSession::session).toList());
    if (plan.changesOrder()) {
      sessions.order(plan.order());
    }
    outbox.append(
        differing.stream()
            .map(one -> ParsedEvents.of(teamId, one.edition().revision(), one.session()))
            .toList());
  }
}
