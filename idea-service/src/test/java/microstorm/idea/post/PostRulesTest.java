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
import microstorm.idea.idea.Idea;
import microstorm.idea.idea.StoredIdea;
import microstorm.web.Caller;
import microstorm.web.ProblemException;
import org.junit.jupiter.api.Test;

/** Neither by its answer nor by waiting does a hidden idea differ from an absent one. */
class PostRulesTest {

  private static final UUID SESSION = UUID.randomUUID();
  private static final UUID STANDING = UUID.randomUUID();

  private final PostRules rules =
      new PostRules(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withMapping(BoardsConfig.class)
              .build()
              .getConfigMapping(BoardsConfig.class));

  private ProblemException refusalToBuildOn(UUID parentId, Phase phase) {
    BatchState facts = new BatchState();
    facts.addBoard(
        new Board(SESSION, UUID.randomUUID(), phase, 1, null, false, 0, false, null, 1), 0);
    facts.addIdea(
        new StoredIdea(
            SESSION,
            new Idea(STANDING, null, null, 1, "idea", "hidden"),
            null,
            null,
            new StoredIdea.Origin(null, new byte[32], null, null),
            false,
            false,
            1,
            1));
    Viewer author =
        new Viewer(UUID.randomUUID(), Caller.PARTICIPANT, List.of(new WriterKey("another's")));
    Post post =
        new Post(
            SESSION,
            author,
            UUID.randomUUID(),
            "built on it",
            null,
            parentId,
            "idea",
            null,
            List.of(),
            null);
    return (ProblemException) rules.judge(post, facts, Instant.EPOCH).refusal();
  }

  @Test
  void inSilenceWhatCannotBeSeenIsTooEarlyBeItHiddenOrAbsent() {
    ProblemException hidden = refusalToBuildOn(STANDING, Phase.QUIET);
    ProblemException absent = refusalToBuildOn(UUID.randomUUID(), Phase.QUIET);
    assertThat(List.of(hidden, absent)).allMatch(ProblemException::isRetryable);
    assertThat(hidden).hasMessage(absent.getMessage());
  }

  /** The control: what is not there when all is shared does not come. */
  @Test
  void afterSilenceWhatCannotBeSeenIsNotWaitedFor() {
    assertThat(refusalToBuildOn(UUID.randomUUID(), Phase.SHARING).isRetryable()).isFalse();
  }
}
