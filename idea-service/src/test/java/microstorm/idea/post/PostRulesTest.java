package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Phase;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.WriterKey;
import microstorm.idea.hint.Hints;
import microstorm.idea.idea.Idea;
import microstorm.idea.idea.StoredIdea;
import microstorm.web.problem.ProblemException;
import microstorm.web.token.Caller;
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
        new Board(SESSION, UUID.randomUUID(), phase, 1, null, false, 0, false, null, 1, "en"),
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
            1));
    Viewer author =
        new Viewer(UUID.randomUUID(), Caller.PARTICIPANT, List.of(new WriterKey("another's")));
    Post post =
        new Post(
            SESSION,
            author,
            UUID.randomUUID(),
            false,
            "built on it",
            null,
            parentId,
            "idea",
            null,
            List.of(),
            Hints.NONE);
    return (ProblemException) rules.judge(post, state, Instant.EPOCH).refusal();
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
