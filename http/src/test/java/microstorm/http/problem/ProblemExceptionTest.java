package microstorm.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import microstorm.http.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;

class ProblemExceptionTest {

  private final ProblemException invalid = ProblemException.invalid("room", "must be at most 3");

  @Test
  void anInvalidRequestNamesTheField() {
    assertThat(invalid.errors()).containsExactly(new FieldError("room", "must be at most 3"));
    assertThat(invalid).hasMessage("room must be at most 3.");
    assertThat(invalid.retryable().retryAfter(1).errors()).isEqualTo(invalid.errors());
  }

  @Test
  void invalidCannotBeRaisedWithoutAField() {
    assertThatThrownBy(CommonProblem.INVALID::exception)
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(CommonProblem.UNREADABLE.exception().errors()).isEmpty();
  }
}
