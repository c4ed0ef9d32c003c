package microstorm.report.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.report.ReportServiceTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which sessions a rebuild makes anew, and which it keeps because their events have expired. */
@ReportServiceTest
class KeyRegisterTest {

  private static final String PLANNED = "microstorm.session.planned.v1";
  private static final String JOINED = "microstorm.session.participant-joined.v1";
  private static final String SHARED = "microstorm.idea.shared.v1";
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @Inject Jdbi database;
  @Inject ModelSchemas schemas;

  private final UUID session = UUID.randomUUID();

  @BeforeEach
  void create() {
    schemas.createRebuilt(schemas.running());
  }

  @AfterEach
  void drop() {
    schemas.dropRebuilt();
  }

  private KeyRegister.Found found(String type, Instant published, Instant oldest, boolean cut) {
    IncomingEvent event =
        new IncomingEvent(
            UUID.randomUUID(), type, "/test", null, session.toString(), published, "{}");
    return new KeyRegister.Found(event, session, published, oldest, cut);
  }

  private boolean admits(KeyRegister.Found found, boolean beginning) {
    return !new KeyRegister(database).admit(List.of(found), beginning).isEmpty();
  }

  @Test
  void aSessionFromItsBeginningIsRebuilt() {
    assertThat(admits(found(PLANNED, NOON, NOON, true), true)).isTrue();
    assertThat(admits(found(JOINED, NOON, NOON, true), true)).isTrue();
    assertThat(admits(found(SHARED, NOON, NOON, false), false)).as("nothing has expired").isTrue();
  }

  @Test
  void aSessionWithoutItsBeginningIsKept() {
    assertThat(admits(found(JOINED, NOON, NOON, true), true)).isFalse();
    assertThat(admits(found(SHARED, NOON, NOON, false), false)).isFalse();
    assertThat(admits(found(PLANNED, NOON, NOON, true), true)).as("it stays so").isFalse();
  }

  @Test
  void aSessionThatIsOlderThanTheOldestEventOfItsBoardsPartitionIsKept() {
    admits(found(PLANNED, NOON, NOON, true), true);
    assertThat(admits(found(SHARED, NOON, NOON.minus(Duration.ofMinutes(59)), true), false))
        .isFalse();
  }

  @Test
  void aSessionThatIsNewerIsRebuilt() {
    admits(found(PLANNED, NOON, NOON, true), true);
    assertThat(admits(found(SHARED, NOON, NOON.minus(Duration.ofMinutes(61)), true), false))
        .isTrue();
  }

  @Test
  void aKeptSessionStaysKept() {
    admits(found(PLANNED, NOON, NOON, false), true);
    new KeyRegister(database).keep(List.of(session, session), KeyRegister.FAILED);
    assertThat(admits(found(SHARED, NOON, NOON, false), false)).isFalse();
  }
}
