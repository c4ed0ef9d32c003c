package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import microstorm.messaging.outbox.OutgoingEvent;
import microstorm.report.imports.ImportOutcome.ImportChange;
import microstorm.report.imports.ImportOutcome.Kind;
import microstorm.report.imports.LogComparison.ComparedSession;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;

/**
 * Stores the frame, the layouts and the order of a parsed log in the log book, and publishes an
 * event for every session that is new or different: all in one transaction.
 */
@ApplicationScoped
class LogIntake {

  private static final int WARNINGS_OF_HELD = 500;

  private final LogSessions sessions;
  private final HeldSessions heldSessions;
  private final LogFrames frames;
  private final Imports imports;
  private final ImportBacklog backlog;
  private final LogComparison comparison;
  private final RemovedContent removed;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;

  private final Clock clock;
  private final NewId newId;

  LogIntake(
      LogSessions sessions,
      HeldSessions heldSessions,
      LogFrames frames,
      Imports imports,
      ImportBacklog backlog,
      LogComparison comparison,
      RemovedContent removed,
      DeletedKeys deletedKeys,
      Outbox outbox,
      Clock clock,
      NewId newId) {
    this.sessions = sessions;
    this.heldSessions = heldSessions;
    this.frames = frames;
    this.imports = imports;
    this.backlog = backlog;
    this.comparison = comparison;
    this.removed = removed;
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

  @Transactional
  UUID take(UUID teamId, ParsedLog parsed, boolean repaired) {
    String frame = sessions.lockBook(teamId);
    requireNothingDeletedMeanwhile(teamId, parsed);
    ParsedLog log = removed.cover(parsed);
    backlog.check(teamId);
    List<LogSessions.Known> known = sessions.known(teamId);
    HeldSessions.Found held = heldSessions.in(log, teamId, ids(known));
    List<ComparedSession> compared = comparison.compare(log, held.sessions(), known);
    List<ComparedSession> differing = compared.stream().filter(ComparedSession::differs).toList();
    List<ImportChange> changes = comparison.changes(differing);

    Set<UUID> knownIds = ids(known);
    boolean edition =
        known.isEmpty()
            || !held.sessions().isEmpty()
            || compared.stream().map(ComparedSession::id).anyMatch(knownIds::contains);
    LogFrames.Stored stored = frames.store(teamId, log.frame(), frame, edition);
    boolean formChanged = stored.changed();
    formChanged |= store(teamId, compared, differing, known);
    outbox.append(
        differing.stream()
            .<OutgoingEvent>map(
                one -> ParsedEvents.of(teamId, one.edition().revision(), one.session()))
            .toList());

    int added = (int) differing.stream().filter(one -> one.kind() == Kind.ADDED).count();
    UUID id = newId.get();
    imports.insert(
        id,
        teamId,
        clock.instant(),
        new ImportOutcome(
            added,
            differing.size() - added,
            compared.size() - differing.size(),
            held.sessions().size(),
            LogComparison.absent(compared, known),
            formChanged,
            repaired,
            changes,
            byLine(
                Stream.concat(log.warnings().stream(), stored.warnings().stream()).toList(),
                held.warnings()),
            log.moreWarnings()));
    sessions.mention(
        id,
        compared.stream()
            .map(
                one ->
                    new LogSessions.Mention(
                        one.id(),
                        one.edition().revision(),
                        one.session().ideas().size(),
                        one.session().title()))
            .toList());
    return id;
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

  private static Set<UUID> ids(List<LogSessions.Known> known) {
    return known.stream().map(LogSessions.Known::sessionId).collect(Collectors.toSet());
  }

  private static List<LogWarning> byLine(List<LogWarning> log, List<LogWarning> held) {
    return Stream.concat(log.stream(), held.stream().limit(WARNINGS_OF_HELD))
        .sorted(Comparator.comparingInt(LogWarning::line))
        .toList();
  }

  /**
   * Returns whether anything besides the sessions' content differs: white space, mark-up, order.
   */
  private boolean store(
      UUID teamId,
      List<ComparedSession> compared,
      List<ComparedSession> differing,
      List<LogSessions.Known> known) {
    sessions.put(teamId, differing.stream().map(ComparedSession::edition).toList());
    int layouts = sessions.putLayouts(compared.stream().map(ComparedSession::edition).toList());
    List<UUID> before = known.stream().map(LogSessions.Known::sessionId).toList();
    List<UUID> edition = compared.stream().map(ComparedSession::id).toList();
    sessions.putLines(edition, compared.stream().map(one -> one.session().line()).toList());
    List<UUID> order = LogOrder.merge(before, edition);
    if (!order.equals(before)) {
      sessions.order(order);
    }
    return layouts > differing.size() || !order.equals(before);
  }
}
