package microstorm.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import jakarta.transaction.RollbackException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exceptions in which failures of a real Postgres reached the services. */
class DatabaseFailuresTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08000", "08001", "08003", "08006", "08P01", "25006", "25P03", "28000", "28P01", "3D000",
        "40001", "40P01", "53300", "55000", "55P03", "57P01", "57P02", "57P03", "57P05", "58030"
      })
  void temporaryStatesAreTemporaryAtAnyDepth(String state) {
    SQLException failure = new SQLException("x", state);
    assertThat(DatabaseFailures.isTemporary(failure)).isTrue();
    assertThat(DatabaseFailures.isTemporary(new IllegalStateException(wrapped(failure)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "22P02", "23505", "25P02", "42501", "42P01", "57014"})
  void permanentStatesAreNotTemporary(String state) {
    SQLException failure = new SQLException("x", state);
    assertThat(DatabaseFailures.isTemporary(wrapped(failure))).isFalse();
    assertThat(DatabaseFailures.isTemporary(commitFailed(failure))).isFalse();
  }

  @Test
  void aCommitThatLosesItsConnectionIsTemporary() {
    Throwable failure = commitFailed(new SQLException("terminating connection", "57P01"));
    assertThat(DatabaseFailures.isTemporary(failure)).isTrue();
    assertThat(DatabaseFailures.describe(failure)).isEqualTo("SQLException 57P01");
    assertThat(hasStateAmongCauses(failure))
        .as("control: the causes alone do not show it")
        .isFalse();
  }

  @Test
  void aTransactionTimeoutIsTemporary() {
    assertThat(DatabaseFailures.isTemporary(wrapped(new RollbackException()))).isTrue();
  }

  @Test
  void failuresOfThePoolAreTemporary() {
    assertThat(DatabaseFailures.isTemporary(new SQLException("Acquisition timeout"))).isTrue();
    assertThat(DatabaseFailures.isTemporary(new SQLTransientConnectionException())).isTrue();
    SQLException refused = new SQLException("refused", "08001", new ConnectException());
    assertThat(DatabaseFailures.isTemporary(refused)).isTrue();
  }

  @Test
  void otherFailuresAreNot() {
    assertThat(DatabaseFailures.isTemporary(wrapped(new NullPointerException()))).isFalse();
  }

  @Test
  void cyclesOfCausesEnd() {
    Exception one = new Exception();
    one.initCause(new Exception(one));
    assertThat(DatabaseFailures.isTemporary(one)).isFalse();
  }

  @Test
  void theDescriptionHasNoMessage() {
    assertThat(DatabaseFailures.describe(wrapped(new SQLException("secret", "08006"))))
        .isEqualTo("SQLException 08006");
    assertThat(DatabaseFailures.describe(new IllegalStateException("secret")))
        .isEqualTo("IllegalStateException");
  }

  private static RuntimeException wrapped(Exception failure) {
    return new ArcUndeclaredThrowableException("Error invoking subclass method", failure);
  }

  /**
   * As Narayana reports it: the resource's failure is suppressed, and the driver's is its cause.
   */
  private static RuntimeException commitFailed(SQLException driver) {
    XAException resource = new XAException("Error trying to commit local transaction");
    resource.initCause(driver);
    RollbackException rollback = new RollbackException("Could not commit transaction.");
    rollback.addSuppressed(resource);
    return wrapped(rollback);
  }

  private static boolean hasStateAmongCauses(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException) {
        return true;
      }
    }
    return false;
  }
}
