package microstorm.idea.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Phase;
import microstorm.idea.event.BoardImportRefused;
import microstorm.idea.removal.RemovedIdeas;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;

/**
 * Imports a board from a log as a sealed board, with the same events as any other board. The seal
 * is the last event and carries the revision of the log, so that its reader knows the board is
 * complete.
 */
@ApplicationScoped
class BoardImport {

  private final Boards boards;
  private final ImportedBoards contents;
  private final RemovedIdeas removed;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;
  private final Clock clock;

  BoardImport(
      Boards boards,
      ImportedBoards contents,
      RemovedIdeas removed,
      DeletedKeys deletedKeys,
      Outbox outbox,
      Clock clock) {
    this.deletedKeys = deletedKeys;
    this.boards = boards;
    this.contents = contents;
    this.removed = removed;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Imports the board, unless its team was deleted or this edition was imported before. */
  void take(LogSessionParsed parsed) {
    if (!deletedKeys.among(Set.of(parsed.teamId())).isEmpty()) {
      return;
    }
    Board board = boards.createOrLock(parsed.sessionId(), parsed.teamId(), Phase.CLOSED);
    if (!board.teamId().equals(parsed.teamId())) {
      outbox.append(
          new BoardImportRefused(
              parsed.sessionId(),
              parsed.teamId(),
              parsed.logRevision(),
              "The board belongs to another team.",
              "board-of-another-team",
              null));
    } else if (board.logRevision() == null || board.logRevision() < parsed.logRevision()) {
      change(board, parsed);
    }
  }

  private void change(Board board, LogSessionParsed parsed) {
    UUID sessionId = board.sessionId();
    BoardContent after = parsed.content().without(removed.placeholders(sessionId));
    BoardContent before =
        board.logRevision() == null ? BoardContent.EMPTY : contents.content(sessionId);
    BoardDiff diff = BoardDiff.between(before, after);
    Instant now = clock.instant();

    contents.putTopics(sessionId, concat(diff.topicsAdded(), diff.topicsMoved()));
    contents.putIdeas(sessionId, concat(diff.ideasAdded(), diff.ideasMoved()), now);
    contents.putLinks(sessionId, diff.linksAdded());
    contents.remove(diff.ideasWithdrawn(), diff.topicsRemoved());

    BoardEvents events = new BoardEvents(sessionId, board.seq());
    events.addChanges(diff, now);
    events.seal(board.teamId(), parsed.logRevision(), after);
    boards.advance(sessionId, events.all().size());
    boards.takenFromLog(sessionId, parsed.logRevision());
    outbox.append(events.all());
  }

  private static <T> List<T> concat(List<T> added, List<T> moved) {
    return Stream.concat(added.stream(), moved.stream()).toList();
  }
}
