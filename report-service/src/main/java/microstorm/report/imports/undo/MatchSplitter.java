package microstorm.report.imports.undo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.outbox.Outbox;
import microstorm.messaging.outbox.OutgoingEvent;
import microstorm.report.edition.CurrentEditions;
import microstorm.report.edition.FreeIds;
import microstorm.report.edition.LogJson;
import microstorm.report.edition.LogLayouts;
import microstorm.report.edition.LogOrder;
import microstorm.report.edition.LogSessions;
import microstorm.report.edition.ParsedEvents;
import microstorm.report.edition.ReplacedEditions;
import microstorm.report.edition.ReplacedSession;
import microstorm.report.edition.Restorer;
import microstorm.report.edition.SplitMatches;
import microstorm.report.edition.UndoableImport;
import microstorm.report.imports.match.SessionText;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.outcome.SessionIds;
import microstorm.report.problem.ReportProblem;

/**
 * Splits a wrong match: the session that was here gets its earlier edition back, and the session of
 * the log becomes a new one. All in one transaction.
 */
@ApplicationScoped
class MatchSplitter {

  private final ImportGate gate;
  private final LogSessions sessions;
  private final LogLayouts layouts;
  private final CurrentEditions editions;
  private final ReplacedEditions replaced;
  private final SplitMatches splits;
  private final SplitRecord record;
  private final Restorer restorer;
  private final LogJson json;
  private final Outbox outbox;

  MatchSplitter(
      ImportGate gate,
      LogSessions sessions,
      LogLayouts layouts,
      CurrentEditions editions,
      ReplacedEditions replaced,
      SplitMatches splits,
      SplitRecord record,
      Restorer restorer,
      LogJson json,
      Outbox outbox) {
    this.gate = gate;
    this.sessions = sessions;
    this.layouts = layouts;
    this.editions = editions;
    this.replaced = replaced;
    this.splits = splits;
    this.record = record;
    this.restorer = restorer;
    this.json = json;
    this.outbox = outbox;
  }

  /**
   * Splits a session that an import of this team matched. A repetition has the same answer.
   *
   * @throws ProblemException 404, 409
   */
  @Transactional
  SplitSession split(UUID teamId, UUID importId, UUID sessionId) {
    sessions.lockBookNow(teamId);
    UndoableImport undoable = gate.undoable(teamId, importId);
    List<LogSessions.Known> book = sessions.known(teamId);
    LogSessions.Known now =
        book.stream()
            .filter(one -> one.sessionId().equals(sessionId))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("session"));
    ReplacedSession before =
        replaced
            .session(importId, sessionId)
            .filter(ReplacedSession::matched)
            .orElseThrow(
                () ->
                    ReportProblem.SESSION_NOT_MATCHED.exception(
                        "The import did not match this session with one under another number, date"
                            + " or title."));
    if (before.splitInto() != null) {
      return new SplitSession(sessionId, before.splitInto());
    }
    gate.requireLast(teamId, undoable, sessionId);
    return split(teamId, undoable, before, now, book);
  }

  private SplitSession split(
      UUID teamId,
      UndoableImport undoable,
      ReplacedSession before,
      LogSessions.Known now,
      List<LogSessions.Known> book) {
    UUID sessionId = now.sessionId();
    LogLayouts.Stored layout = layouts.of(sessionId, now.revision());
    SessionContent content = editions.of(List.of(sessionId)).get(sessionId);
    if (content == null) {
      throw ProblemException.busy("The session is still being imported. Please try again.", 1);
    }
    UUID newId = new FreeIds(book, sessions.deleted(teamId)).next(now.derivedId());
    ParsedSession session =
        SessionIds.under(
            newId,
            restorer.session(sessionId, json.write(content), layout.layout(), layout.outcome()));
    LogSessions.Edition edition = edition(session, now.derivedId());

    outbox.hold(List.of(sessionId, newId));
    List<OutgoingEvent> events = new ArrayList<>(restorer.restore(teamId, List.of(before)));
    sessions.put(teamId, List.of(edition));
    layouts.put(List.of(edition));
    editions.keep(List.of(edition), List.of(session));
    events.add(ParsedEvents.of(teamId, edition.revision(), session));
    outbox.append(events);

    order(undoable, book, sessionId, newId);
    splits.add(sessionId, SplitMatches.named(teamId, session.content()));
    replaced.split(undoable.importId(), sessionId, newId);
    record.split(undoable.importId(), sessionId, session);
    return new SplitSession(sessionId, newId);
  }

  private LogSessions.Edition edition(ParsedSession session, UUID derivedId) {
    return new LogSessions.Edition(
        session.id(),
        derivedId,
        1,
        json.digest(session.content()),
        SessionText.of(session.content()).hash(),
        json.write(session.layout()),
        session.outcome() == null ? null : json.write(session.outcome()));
  }

  /** The new session takes the place in the log; the other one goes back to where it was. */
  private void order(
      UndoableImport undoable, List<LogSessions.Known> book, UUID sessionId, UUID newId) {
    List<UUID> now = book.stream().map(LogSessions.Known::sessionId).toList();
    List<UUID> before = undoable.sessions() == null ? now : undoable.sessions();
    List<UUID> known = before.stream().filter(now::contains).toList();
    sessions.order(
        LogOrder.merge(known, now.stream().map(id -> id.equals(sessionId) ? newId : id).toList()));
  }
}
