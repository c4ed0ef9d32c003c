package microstorm.idea.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.testing.TestIssuer;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody's hidden ideas of several devices are theirs on another one. */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "ideas"))
@QuarkusTestResource(TestIssuer.class)
class EditKeysTest {

  private LiveBoard board;
  private Person again;
  private String first;
  private String second;

  @BeforeEach
  void writeOnTwoDevices() {
    board = LiveBoard.in("quiet-started", false);
    first = keyOf("from the first");
    second = keyOf("from the second");
    again = board.join("participant");
  }

  private String keyOf(String text) {
    Person device = board.join("participant");
    board.posted(device, text);
    return device.key();
  }

  private ValidatableResponse bringing(String... lines) {
    RequestSpecification request = board.as(again);
    for (String line : lines) {
      request.header(ViewerResolver.EDIT_KEY, line);
    }
    return request.get("/api/boards/{id}", board.session).then();
  }

  private List<String> seenBringing(String... lines) {
    return bringing(lines).statusCode(200).extract().jsonPath().getList("ideas.text");
  }

  private void assertRefused(String... lines) {
    bringing(lines).statusCode(400).body("type", endsWith(":edit-key-invalid"));
  }

  /** Browsers join the lines of a header with commas. */
  @Test
  void severalKeysComeOnOneLineOrOnMore() {
    List<String> both = List.of("from the first", "from the second");
    assertThat(seenBringing(first + "," + second)).isEqualTo(both);
    assertThat(seenBringing(first + " ,\t" + second)).isEqualTo(both);
    assertThat(seenBringing(first, second)).isEqualTo(both);
    assertThat(seenBringing(first)).containsExactly("from the first");
  }

  @Test
  void atMostTenComeOnHoweverManyLines() {
    String ten = String.join(",", Collections.nCopies(10, first));
    assertThat(seenBringing(ten)).containsExactly("from the first");
    assertRefused(ten + "," + second);
    assertRefused(ten, second);
  }

  @Test
  void aLineWithWhatIsNoKeyIsRefused() {
    assertRefused(first + ",no key");
    assertRefused(first + ",");
    assertRefused("");
  }
}
