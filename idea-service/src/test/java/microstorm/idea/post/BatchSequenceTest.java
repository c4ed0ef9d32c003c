package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.hint.Hints;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.WriterKey;
import org.junit.jupiter.api.Test;

/** The numbers of posts in one transaction do not show how many others were written. */
@IdeaServiceTest
class BatchSequenceTest {

  private static final int NEIGHBOURS = 20;

  @Inject PostTransaction transaction;

  private long gapAroundNeighbours(String phase) throws SQLException {
    LiveBoard board = LiveBoard.in(phase, false);
    Person me = board.join("participant");
    Person neighbour = board.join("participant");
    List<Post> group = new ArrayList<>();
    group.add(post(board, me));
    for (int i = 0; i < NEIGHBOURS; i++) {
      group.add(post(board, neighbour));
    }
    group.add(post(board, me));
    List<Long> numbers =
        transaction.write(group).results().stream().map(v -> v.idea().seq()).toList();
    assertThat(numbers.subList(1, NEIGHBOURS + 1)).doesNotHaveDuplicates().isSorted();
    return numbers.get(NEIGHBOURS + 1) - numbers.get(0);
  }

  private static Post post(LiveBoard board, Person author) {
    return new Post(
        board.session,
        new Viewer(author.id(), author.role(), List.of(new WriterKey(author.key()))),
        UUID.randomUUID(),
        false,
        "an idea",
        null,
        null,
        "idea",
        null,
        List.of(),
        Hints.NONE);
  }

  @Test
  void hiddenNeighboursLeaveNoGap() throws SQLException {
    assertThat(gapAroundNeighbours("quiet-started")).isEqualTo(1);
  }

  /** The control: shared ideas are numbered one after the other. */
  @Test
  void sharedNeighboursAreCounted() throws SQLException {
    assertThat(gapAroundNeighbours("sharing-started")).isEqualTo(NEIGHBOURS + 1);
  }
}
