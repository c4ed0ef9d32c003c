package microstorm.idea.vote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Created;
import microstorm.idea.event.VoteCast;
import microstorm.idea.event.VoteRetracted;
import microstorm.idea.idea.Ideas;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.vote.VotesView.IdeaVotes;
import microstorm.messaging.outbox.Outbox;

/** Gives dots to ideas and takes them back, each in a transaction. */
@ApplicationScoped
class VoteService {

  private final Votes votes;
  private final Ballots ballots;
  private final Ideas ideas;
  private final Boards boards;
  private final Outbox outbox;

  VoteService(Votes votes, Ballots ballots, Ideas ideas, Boards boards, Outbox outbox) {
    this.votes = votes;
    this.ballots = ballots;
    this.ideas = ideas;
    this.boards = boards;
    this.outbox = outbox;
  }

  /**
   * Gives a dot to an idea.
   *
   * @param requestId what the client marks a retry with; null when it does not
   */
  @Transactional
  Created<VoteView> cast(UUID sessionId, Viewer voter, UUID ideaId, String requestId) {
    Board board = boards.lock(sessionId, voter, ActivityRules.CHOOSE);
    byte[] writer = voter.key().hashFor(sessionId);
    Optional<UUID> same = votes.requested(sessionId, writer, requestId);
    if (same.isPresent()) {
      if (!same.get().equals(ideaId)) {
        throw Created.idInUse("dot");
      }
      return Created.before(view(board, writer, ideaId));
    }
    VotingRules.check(board, voter, ideas.seen(voter, sessionId, ideaId));
    if (!votes.put(sessionId, writer, ideaId, requestId, board.votesPerPerson())) {
      throw BoardProblem.VOTE_LIMIT.exception(
          "You have given all your "
              + board.votesPerPerson()
              + " dots. Take one back to give it to another idea.");
    }
    long seq = boards.advance(sessionId);
    ballots.touch(sessionId, writer, seq);
    outbox.append(new VoteCast(sessionId, seq, ideaId));
    return Created.now(view(board, writer, ideaId));
  }

  /**
   * Takes one dot back from an idea, if this person has given it one.
   *
   * @param requestId what the client marks a retry with; null when it does not
   */
  @Transactional
  VoteView retract(UUID sessionId, Viewer voter, UUID ideaId, String requestId) {
    Board board = boards.lock(sessionId, voter, ActivityRules.CHOOSE);
    byte[] writer = voter.key().hashFor(sessionId);
    Optional<UUID> same = votes.retracted(sessionId, writer, requestId);
    if (same.isPresent()) {
      if (!same.get().equals(ideaId)) {
        throw Created.idInUse("retraction");
      }
      return view(board, writer, ideaId);
    }
    if (!votes.takeBack(sessionId, writer, ideaId, requestId)) {
      ideas.checkKnown(voter, sessionId, ideaId);
      return view(board, writer, ideaId);
    }
    long seq = boards.advance(sessionId);
    ballots.touch(sessionId, writer, seq);
    outbox.append(new VoteRetracted(sessionId, seq, ideaId));
    return view(board, writer, ideaId);
  }

  private VoteView view(Board board, byte[] writer, UUID ideaId) {
    VotesView own = ballots.own(board, writer);
    int mine =
        own.mine().stream()
            .filter(votes -> votes.ideaId().equals(ideaId))
            .mapToInt(IdeaVotes::votes)
            .sum();
    return new VoteView(ideaId, mine, own.left());
  }
}
