package microstorm.idea.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.viewer.ViewerResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edit keys give access to one's own hidden ideas of several devices on another device. */
@IdeaServiceTest
class EditKeysTest {

  private LiveBoard board;
  private Person thirdDevice;
  private String first;
  private String second;

  @BeforeEach
  void writeOnTwoDevices() {
    board = LiveBoard.in("quiet-started", false);
    first = keyOf("from the first");
    second = keyOf("from the second");
    thirdDevice = board.join("participant");
  }

  private String keyOf(String text) {
    Person device = board.join("participant");
    board.posted(device, text);
    return device.key();
  }

  private ValidatableResponse getWithKeys(String... lines) {
    RequestSpecification request = board.as(thirdDevice);
    for (String line : lines) {
      request.header(ViewerResolver.EDIT_KEY, line);
    }
    return request.get("/api/boards/{id}", board.session).then();
  }

  private List<String> ideasSeenWith(String... lines) {
    return getWithKeys(lines).statusCode(200).extract().jsonPath().getList("ideas.text");
  }

  private void assertRefused(String... lines) {
    getWithKeys(lines).statusCode(400).body("type", endsWith("#edit-key-invalid"));
  }

  /** Browsers join several headers with commas. */
  @Test
  void severalKeysAreSentInOneHeaderOrInSeveral() {
    List<String> both = List.of("from the first", "from the second");
    assertThat(ideasSeenWith(first + "," + second)).isEqualTo(both);
    assertThat(ideasSeenWith(first + " ,\t" + second)).isEqualTo(both);
    assertThat(ideasSeenWith(first, second)).isEqualTo(both);
    assertThat(ideasSeenWith(first)).containsExactly("from the first");
  }

  @Test
  void atMostTenKeysAreAcceptedInTotal() {
    String ten = String.join(",", Collections.nCopies(10, first));
    assertThat(ideasSeenWith(ten)).containsExactly("from the first");
    assertRefused(ten + "," + second);
    assertRefused(ten, second);
  }

  @Test
  void anInvalidKeyIsRefused() {
    assertRefused(first + ",no key");
    assertRefused(first + ",");
    assertRefused("");
  }
}
