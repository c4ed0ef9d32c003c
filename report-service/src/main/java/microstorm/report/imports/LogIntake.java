package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.messaging.Outbox;
import microstorm.messaging.OutgoingEvent;
import microstorm.report.book.Contents;
import microstorm.report.imports.ImportOutcome.ImportChange;
import microstorm.report.imports.ImportOutcome.Kind;
import microstorm.report.log.diff.LogDiff;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.SessionContent;
import microstorm.web.NewId;

/**
 * Compares a parsed log with the log book, stores frame, layouts and order, and publishes an event
 * for every session that is new or different: all in one transaction.
 */
@ApplicationScoped
class LogIntake {

  private static final int CHANGES_LISTED = 500;
  private static final int WARNINGS_OF_HELD = 500;

  private final LogSessions sessions;
  private final HeldSessions heldSessions;
  private final Imports imports;
  private final ImportBacklog backlog;
  private final Contents contents;
  private final Outbox outbox;
  private final LogJson json;
  private final Clock clock;
  private final NewId newId;

  LogIntake(
      LogSessions sessions,
      HeldSessions heldSessions,
      Imports imports,
      ImportBacklog backlog,
      Contents contents,
      Outbox outbox,
      LogJson json,
      Clock clock,
      NewId newId) {
    this.sessions = sessions;
    this.heldSessions = heldSessions;
    this.imports = imports;
    this.backlog = backlog;
    this.contents = contents;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * A session of the log with its edition and the kind of its change; the kind is null if it is
   * unchanged.
   */
  private record Step(ParsedSession session, LogSessions.Edition edition, Kind kind) {}

  @Transactional
  UUID take(UUID teamId, ParsedLog log, boolean repaired) {
    String frame = sessions.lockBook(teamId);
    backlog.check(teamId);
    List<LogSessions.Known> known = sessions.known(teamId);
    HeldSessions.Found held = heldSessions.in(log, teamId, ids(known));
    List<Step> steps = compare(log, held.sessions(), known);
    List<Step> differing = steps.stream().filter(step -> step.kind != null).toList();
    List<ImportChange> changes = changes(differing);

    boolean formChanged = storeFrame(teamId, log.frame(), frame);
    formChanged |= store(teamId, steps, differing, known);
    outbox.append(
        differing.stream()
            .<OutgoingEvent>map(
                step -> ParsedEvents.of(teamId, step.edition.revision(), step.session))
            .toList());

    int added = (int) differing.stream().filter(step -> step.kind == Kind.ADDED).count();
    UUID id = newId.get();
    imports.insert(
        id,
        teamId,
        clock.instant(),
        new ImportOutcome(
            added,
            differing.size() - added,
            steps.size() - differing.size(),
            held.sessions().size(),
            absent(steps, known),
            formChanged,
            repaired,
            changes,
            byLine(log.warnings(), held.warnings()),
            log.moreWarnings()));
    sessions.mention(
        id,
        steps.stream()
            .map(
                step ->
                    new LogSessions.Mention(
                        step.session.id(),
                        step.edition.revision(),
                        step.session.ideas().size(),
                        step.session.title()))
            .toList());
    return id;
  }

  private static Set<UUID> ids(List<LogSessions.Known> known) {
    return known.stream().map(LogSessions.Known::sessionId).collect(Collectors.toSet());
  }

  private List<Step> compare(
      ParsedLog log, Collection<ParsedSession> held, List<LogSessions.Known> known) {
    Map<UUID, LogSessions.Known> byId =
        known.stream().collect(Collectors.toMap(LogSessions.Known::sessionId, Function.identity()));
    List<Step> steps = new ArrayList<>();
    for (ParsedSession session : log.sessions()) {
      if (held.contains(session)) {
        continue;
      }
      LogSessions.Known before = byId.get(session.id());
      String digest = json.digest(session.content());
      boolean same = before != null && before.digest().equals(digest) && !before.failed();
      int revision = before == null ? 1 : before.revision() + (same ? 0 : 1);
      steps.add(
          new Step(
              session,
              new LogSessions.Edition(session.id(), revision, digest, json.write(session.layout())),
              same ? null : before == null ? Kind.ADDED : Kind.CHANGED));
    }
    return steps;
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
      UUID teamId, List<Step> steps, List<Step> differing, List<LogSessions.Known> known) {
    sessions.put(teamId, differing.stream().map(Step::edition).toList());
    int layouts = sessions.putLayouts(steps.stream().map(Step::edition).toList());
    List<UUID> before = known.stream().map(LogSessions.Known::sessionId).toList();
    List<UUID> edition = steps.stream().map(step -> step.session.id()).toList();
    List<UUID> order = LogOrder.merge(before, edition);
    if (!order.equals(before)) {
      sessions.order(order);
    }
    return layouts > differing.size() || !order.equals(before);
  }

  /** A log without a frame of its own leaves the log book's frame unchanged. */
  private boolean storeFrame(UUID teamId, LogFrame frame, String before) {
    boolean empty = frame.title() == null && frame.standards().isEmpty() && frame.note() == null;
    String after = json.write(frame);
    if (before != null && (empty || json.same(before, after))) {
      return false;
    }
    sessions.setFrame(teamId, after);
    return before != null;
  }

  private static int absent(List<Step> steps, List<LogSessions.Known> known) {
    Set<UUID> mentioned = steps.stream().map(step -> step.session.id()).collect(Collectors.toSet());
    return (int) known.stream().filter(old -> !mentioned.contains(old.sessionId())).count();
  }

  private List<ImportChange> changes(List<Step> differing) {
    List<Step> listed = differing.stream().limit(CHANGES_LISTED).toList();
    Map<UUID, SessionContent> before =
        contents.of(
            listed.stream()
                .filter(step -> step.kind == Kind.CHANGED)
                .map(step -> step.session.id())
                .toList());
    return listed.stream()
        .map(
            step -> {
              SessionContent was = before.get(step.session.id());
              List<String> details =
                  was == null ? List.of() : LogDiff.between(was, step.session.content());
              return new ImportChange(step.session.id(), step.session.title(), step.kind, details);
            })
        .toList();
  }
}
