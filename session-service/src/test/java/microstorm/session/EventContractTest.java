package microstorm.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.messaging.OutgoingEvent;
import microstorm.session.event.ParticipantJoined;
import microstorm.session.event.ParticipantLeft;
import microstorm.session.event.SessionChanged;
import microstorm.session.event.SessionClosed;
import microstorm.session.event.SessionImportRefused;
import microstorm.session.event.SessionPlanned;
import microstorm.session.event.TeamCreated;
import microstorm.testing.ArchitectureRules;
import microstorm.testing.Contracts;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** What this service writes is what its golden samples say; the consumers read the same samples. */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "sessions"))
class EventContractTest {

  private static final UUID SESSION = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID TEAM = UUID.fromString("0190a000-0000-7000-8000-000000000002");
  private static final UUID PARTICIPANT = UUID.fromString("0190a000-0000-7000-8000-000000000003");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  @Inject ObjectMapper json;

  private static Stream<OutgoingEvent> samples() {
    return Stream.of(
        new TeamCreated(TEAM, "a-team", "A Team", NOW),
        new SessionPlanned(SESSION, TEAM, 3, "Title", "Problem", "Summary", DAY, 1),
        new SessionChanged(SESSION, TEAM, null, "Title", null, null, DAY, 2, 1),
        new SessionClosed(SESSION, TEAM, NOW, 1, 1),
        new ParticipantJoined(SESSION, PARTICIPANT, 0, "Participant 1"),
        new ParticipantLeft(SESSION, PARTICIPANT),
        new SessionImportRefused(SESSION, TEAM, 1, "A reason."));
  }

  @Test
  void everyEventIsWrittenAsItsGoldenSampleSays() throws Exception {
    for (OutgoingEvent event : samples().toList()) {
      String written = json.writeValueAsString(event);
      String sample = Contracts.committed("session-service", event.type(), written);
      assertThat(Contracts.tree(written)).as(event.type()).isEqualTo(Contracts.tree(sample));
    }
  }

  @Test
  void everyEventTypeHasASample() {
    assertThat(samples().map(event -> event.getClass().getSimpleName()))
        .containsAll(ArchitectureRules.eventNames("microstorm.session"));
  }
}
