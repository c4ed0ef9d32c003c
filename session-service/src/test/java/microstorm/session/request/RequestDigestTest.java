package microstorm.session.request;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import microstorm.http.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** A retry key cannot be used for another request. */
class RequestDigestTest {

  private record Plan(String title, Integer minutes) {}

  /** The same request, as a later version with one more field reads it. */
  private record LaterPlan(String title, Integer minutes, String added) {}

  private final RequestDigest digest = new RequestDigest(new ObjectMapper());
  private final byte[] first = digest.of(new Plan("Lunch", null));

  @Test
  void theSameRequestIsAccepted() {
    assertThatCode(() -> digest.requireSame(first, new Plan("Lunch", null)))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherRequestIsRefused() {
    assertThatThrownBy(() -> digest.requireSame(first, new Plan("Lunch", 5)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("another body");
  }

  @Test
  void aFieldThatALaterVersionAddsChangesNothing() {
    assertThatCode(() -> digest.requireSame(first, new LaterPlan("Lunch", null, null)))
        .doesNotThrowAnyException();
  }

  @Test
  void requestsFromBeforeDigestsAreAccepted() {
    assertThatCode(() -> digest.requireSame(null, new Plan("Lunch", 5))).doesNotThrowAnyException();
  }
}
