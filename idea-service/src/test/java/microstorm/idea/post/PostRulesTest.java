package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Phase;
import microstorm.idea.board.QuietAllowance;
import microstorm.idea.hint.Hints;
import microstorm.idea.idea.Idea;
import microstorm.idea.idea.RoomMark;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.WriterKey;
import org.junit.jupiter.api.Test;

/** A hidden idea differs from an absent one neither in the answer nor in the wait. */
class PostRulesTest {

  private static final UUID SESSION = UUID.randomUUID();
  private static final UUID HIDDEN = UUID.randomUUID();

  private final PostRules rules =
      new PostRules(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withMapping(BoardsConfig.class)
              .build()
              .getConfigMapping(BoardsConfig.class));

  private ProblemException refusalToBuildOn(UUID parentId, Phase phase) {
    BatchState state = new BatchState();
    state.addBoard(
        new Board(
            SESSION,
            UUID.randomUUID(),
            phase,
            1,
            null,
            false,
            0,
            false,
            null,
            1,
            "en",
            false,
            false),
        0,
        null);
    state.addIdea(
        new StoredIdea(
            SESSION,
            new Idea(HIDDEN, null, null, 1, "idea", "hidden"),
            null,
            null,
            new StoredIdea.Origin(null, new byte[32], null, null),
            false,
            false,
            null,
            1,
            RoomMark.NONE,
            1));
    return (ProblemException) rules.judge(post(parentId), state, Instant.EPOCH).refusal();
  }

  private static Post post(UUID parentId) {
    Viewer author =
        new Viewer(UUID.randomUUID(), Caller.PARTICIPANT, List.of(new WriterKey("another's")));
    return new Post(
        SESSION,
        author,
        UUID.randomUUID(),
        false,
        "an idea",
        null,
        parentId,
        "idea",
        null,
        List.of(),
        Hints.NONE);
  }

  private ProblemException refusalOnABoardWith(int ideas, QuietAllowance allowance) {
    BatchState state = new BatchState();
    state.addBoard(
        new Board(
            SESSION,
            UUID.randomUUID(),
            Phase.QUIET,
            1,
            null,
            false,
            0,
            false,
            null,
            ideas,
            "en",
            false,
            false),
        0,
        allowance);
    return (ProblemException) rules.judge(post(null), state, Instant.EPOCH).refusal();
  }

  /** Otherwise somebody whose allowance is not used up would learn how much others write. */
  @Test
  void theLimitOfTheBoardIsNotReachedWhileAllowancesHold() {
    QuietAllowance allowance = new QuietAllowance(10, 100);
    assertThat(refusalOnABoardWith(2_000, allowance)).isNull();
    assertThat(refusalOnABoardWith(4_000, allowance).type().id()).isEqualTo("board-full");
    assertThat(refusalOnABoardWith(2_000, null).type().id())
        .as("the control: a board that was not divided")
        .isEqualTo("board-full");
  }

  @Test
  void aDeletedSessionIsNotFound() {
    BatchState state = new BatchState();
    assertThat(
            ((ProblemException) rules.judge(post(null), state, Instant.EPOCH).refusal())
                .type()
                .status())
        .as("the control: a new session")
        .isEqualTo(503);
    state.addDeleted(SESSION);
    assertThat(
            ((ProblemException) rules.judge(post(null), state, Instant.EPOCH).refusal())
                .type()
                .status())
        .isEqualTo(404);
  }

  @Test
  void inTheQuietPhaseHiddenAndAbsentIdeasAreBothRetryable() {
    ProblemException hidden = refusalToBuildOn(HIDDEN, Phase.QUIET);
    ProblemException absent = refusalToBuildOn(UUID.randomUUID(), Phase.QUIET);
    assertThat(List.of(hidden, absent)).allMatch(ProblemException::isRetryable);
    assertThat(hidden).hasMessage(absent.getMessage());
  }

  /** The control: in the sharing phase an absent idea stays absent. */
  @Test
  void inTheSharingPhaseAnAbsentIdeaIsNotRetryable() {
    assertThat(refusalToBuildOn(UUID.randomUUID(), Phase.SHARING).isRetryable()).isFalse();
  }
}
