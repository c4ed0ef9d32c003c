package microstorm.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureClassifierTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "40001", "40P01", "53300", "57P01", "25006", "55P03"})
  void temporaryFailuresAreTransient(String state) {
    SQLException fault = new SQLException("x", state);
    assertThat(
            FailureClassifier.isTransient(new IllegalStateException(new RuntimeException(fault))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22P02", "42P01", "22001", "25P02"})
  void permanentFailuresAreNotTransient(String state) {
    assertThat(FailureClassifier.isTransient(new SQLException("x", state))).isFalse();
  }

  @Test
  void failuresOfThePoolAreTransient() {
    assertThat(FailureClassifier.isTransient(new SQLException("Acquisition timeout"))).isTrue();
    assertThat(FailureClassifier.isTransient(new SQLTransientConnectionException())).isTrue();
    RuntimeException suppressing = new RuntimeException();
    suppressing.addSuppressed(new SQLException("x", "08006"));
    assertThat(FailureClassifier.isTransient(suppressing)).isTrue();
  }

  @Test
  void cyclesOfCausesEnd() {
    Exception one = new Exception();
    one.initCause(new Exception(one));
    assertThat(FailureClassifier.isTransient(one)).isFalse();
    assertThat(FailureClassifier.describe(one)).isNotEmpty();
  }

  @Test
  void theDescriptionHasNoMessages() {
    Throwable fault = new IllegalArgumentException("secret", new RuntimeException("words"));
    assertThat(FailureClassifier.describe(fault))
        .contains(
            "java.lang.IllegalArgumentException at microstorm.messaging.inbox.FailureClassifierTest.")
        .contains("caused by java.lang.RuntimeException")
        .doesNotContain("secret", "words");
  }
}
