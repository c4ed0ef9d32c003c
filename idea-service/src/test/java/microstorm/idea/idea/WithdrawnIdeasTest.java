package microstorm.idea.idea;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.Test;

/** The content of withdrawn ideas is deleted when their board is sealed, by any version. */
@IdeaServiceTest
class WithdrawnIdeasTest {

  private static final String KEPT = "select count(*) from withdrawn_idea where session_id = ?";

  @Inject WithdrawnIdeas withdrawn;

  private static LiveBoard withWithdrawnIdea() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    UUID idea = board.posted(author, "withdrawn");
    board.as(author).delete(board.idea(idea)).then().statusCode(204);
    return board;
  }

  @Test
  void theContentThatThePreviousVersionLeavesIsDeleted() {
    LiveBoard sealed = withWithdrawnIdea();
    LiveBoard open = withWithdrawnIdea();
    Rows.execute("update board set phase = 'closed' where session_id = '" + sealed.session + "'");
    withdrawn.removeLeftOver();
    assertThat(Rows.number(KEPT, sealed.session)).isZero();
    assertThat(Rows.number(KEPT, open.session)).as("the control").isEqualTo(1);
  }
}
