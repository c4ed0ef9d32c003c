package microstorm.idea.vote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Sessions;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.CriterionMarked;
import microstorm.idea.idea.Ideas;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;

/** Stores and removes marks, each in a transaction. */
@ApplicationScoped
class MarkService {

  private final Marks marks;
  private final Ballots ballots;
  private final Ideas ideas;
  private final Sessions sessions;
  private final Boards boards;
  private final Outbox outbox;

  MarkService(
      Marks marks, Ballots ballots, Ideas ideas, Sessions sessions, Boards boards, Outbox outbox) {
    this.marks = marks;
    this.ballots = ballots;
    this.ideas = ideas;
    this.sessions = sessions;
    this.boards = boards;
    this.outbox = outbox;
  }

  @Transactional
  MarksView.Mark put(UUID sessionId, Viewer viewer, PutMark mark) {
    Board board = boards.lock(sessionId, viewer, ActivityRules.CHOOSE);
    VotingRules.check(board, viewer, ideas.seen(viewer, sessionId, mark.ideaId()));
    checkCriterion(sessionId, mark.criterionId());
    byte[] writer = viewer.key().hashFor(sessionId);
    marks.put(sessionId, writer, mark);
    long seq = boards.advance(sessionId);
    ballots.touch(sessionId, writer, seq);
    outbox.append(new CriterionMarked(sessionId, seq, mark.ideaId(), mark.criterionId()));
    return new MarksView.Mark(mark.ideaId(), mark.criterionId(), mark.value());
  }

  /** Removes a mark. A repetition has no further effect. */
  @Transactional
  void takeBack(UUID sessionId, Viewer viewer, UUID ideaId, UUID criterionId) {
    boards.lock(sessionId, viewer, ActivityRules.CHOOSE);
    byte[] writer = viewer.key().hashFor(sessionId);
    if (!marks.takeBack(sessionId, writer, ideaId, criterionId)) {
      ideas.checkKnown(viewer, sessionId, ideaId);
      checkCriterion(sessionId, criterionId);
      return;
    }
    long seq = boards.advance(sessionId);
    ballots.touch(sessionId, writer, seq);
    outbox.append(new BoardAdvanced(sessionId, seq));
  }

  private void checkCriterion(UUID sessionId, UUID criterionId) {
    if (sessions.state(sessionId).criteria().stream()
        .noneMatch(criterion -> criterion.id().equals(criterionId))) {
      throw ProblemException.notFound("criterion");
    }
  }
}
