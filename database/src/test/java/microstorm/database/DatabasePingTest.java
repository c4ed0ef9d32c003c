package microstorm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agroal.api.AgroalDataSource;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ping continues after any failure of the driver. */
class DatabasePingTest {

  private Throwable failure;
  private final DatabasePing ping = new DatabasePing(database(), () -> Duration.ofSeconds(30));

  private AgroalDataSource database() {
    return (AgroalDataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AgroalDataSource.class},
            (proxy, method, arguments) -> {
              if (failure != null) {
                throw failure;
              }
              return true;
            });
  }

  static Throwable[] failures() {
    return new Throwable[] {
      new SQLException("down"), new IllegalStateException("closed"), new NoClassDefFoundError("x")
    };
  }

  @ParameterizedTest
  @MethodSource("failures")
  void noFailureEndsTheSchedule(Throwable thrown) {
    failure = thrown;
    assertThatCode(ping::ping).doesNotThrowAnyException();
    assertThat(ping.lastAnswer().isRecent()).isFalse();

    failure = null;
    ping.ping();
    assertThat(ping.lastAnswer().isRecent()).isTrue();
  }

  /** The control: without a failure the first ping counts. */
  @Test
  void anAnswerCounts() {
    ping.ping();
    assertThat(ping.lastAnswer().isRecent()).isTrue();
  }
}
