package microstorm.report.imports.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.report.edition.LogOrder;
import microstorm.report.edition.LogSessions;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;

/**
 * Compares a log with the log book and plans what an import changes. It changes nothing itself, so
 * that a check gives the same result as the import.
 */
@ApplicationScoped
public class ImportPlanner {

  private static final int WARNINGS_OF_HELD = 500;
  private static final int FOUND_LISTED = 500;

  private final LogSessions sessions;
  private final HeldSessions heldSessions;
  private final SessionRecognizer recognizer;
  private final RemovedContent removed;
  private final LogComparison comparison;
  private final LogFrames frames;

  ImportPlanner(
      LogSessions sessions,
      HeldSessions heldSessions,
      SessionRecognizer recognizer,
      RemovedContent removed,
      LogComparison comparison,
      LogFrames frames) {
    this.sessions = sessions;
    this.heldSessions = heldSessions;
    this.recognizer = recognizer;
    this.removed = removed;
    this.comparison = comparison;
    this.frames = frames;
  }

  /**
   * Plans an import. Runs in the caller's transaction.
   *
   * @param frame the frame of the log book as JSON; null if there is none
   */
  public ImportPlan plan(UUID teamId, String frame, ParsedLog parsed, boolean repaired) {
    List<LogSessions.Known> known = sessions.known(teamId);
    HeldSessions.Found held = heldSessions.in(parsed, teamId, derivedIds(known));
    RemovedContent.Covered covered =
        removed.cover(
            parsed,
            recognizer.recognize(
                teamId,
                parsed.sessions().stream().filter(one -> !held.has(one)).toList(),
                known,
                sessions.deleted(teamId)));
    List<ComparedSession> compared = comparison.compare(covered.sessions(), known);
    List<ComparedSession> differing = compared.stream().filter(ComparedSession::differs).toList();

    LogFrames.Planned planned =
        frames.plan(parsed.frame(), frame, isEdition(known, held, compared));
    Set<UUID> otherLayout = comparison.withOtherLayout(compared);
    List<UUID> before = known.stream().map(LogSessions.Known::sessionId).toList();
    List<UUID> order = LogOrder.merge(before, compared.stream().map(ComparedSession::id).toList());
    int added = (int) differing.stream().filter(ComparedSession::isAdded).count();
    ImportOutcome outcome =
        new ImportOutcome(
            added,
            differing.size() - added,
            compared.size() - differing.size(),
            held.sessions().size(),
            LogComparison.absent(compared, known),
            planned.replaced() || !otherLayout.isEmpty() || !order.equals(before),
            repaired,
            comparison.changes(differing),
            warnings(covered, planned, held),
            covered.moreWarnings());
    return new ImportPlan(
        compared,
        otherLayout,
        frame,
        planned.frame(),
        before,
        order,
        outcome,
        found(compared, held));
  }

  /** Whether the log has sessions of the log book, so that it is an edition of it. */
  private static boolean isEdition(
      List<LogSessions.Known> known, HeldSessions.Found held, List<ComparedSession> compared) {
    Set<UUID> ids = known.stream().map(LogSessions.Known::sessionId).collect(Collectors.toSet());
    return known.isEmpty()
        || !held.sessions().isEmpty()
        || compared.stream().map(ComparedSession::id).anyMatch(ids::contains);
  }

  private static Set<UUID> derivedIds(List<LogSessions.Known> known) {
    return known.stream().map(LogSessions.Known::derivedId).collect(Collectors.toSet());
  }

  /** In the order of the lines. */
  private static List<LogWarning> warnings(
      RemovedContent.Covered covered, LogFrames.Planned planned, HeldSessions.Found held) {
    return Stream.of(
            covered.warnings().stream(),
            planned.warnings().stream(),
            held.warnings().stream().limit(WARNINGS_OF_HELD))
        .flatMap(warnings -> warnings)
        .sorted(Comparator.comparingInt(LogWarning::line))
        .toList();
  }

  /** Sessions that change come first if the list is too long; it is in the order of the log. */
  private static List<FoundSession> found(List<ComparedSession> compared, HeldSessions.Found held) {
    List<FoundSession> found = new ArrayList<>();
    compared.forEach(one -> found.add(one.found()));
    held.sessions().forEach((session, id) -> found.add(held(session, id)));
    return found.stream()
        .sorted(Comparator.comparing(one -> !one.differs()))
        .limit(FOUND_LISTED)
        .sorted(Comparator.comparingInt(FoundSession::line))
        .toList();
  }

  private static FoundSession held(ParsedSession session, UUID id) {
    return new FoundSession(
        id,
        session.line(),
        FoundSession.Kind.HELD,
        session.number(),
        session.title(),
        session.date(),
        null,
        null,
        null,
        null,
        null);
  }
}
