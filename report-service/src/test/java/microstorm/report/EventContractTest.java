package microstorm.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.messaging.outbox.OutgoingEvent;
import microstorm.report.event.LogSessionDeleted;
import microstorm.report.event.LogSessionParsed;
import microstorm.testing.contract.ArchitectureRules;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.Test;

/** The service's events match its golden samples, which the consumers' tests read too. */
@ReportServiceTest
class EventContractTest {

  private static final UUID SESSION = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID TEAM = UUID.fromString("0190a000-0000-7000-8000-000000000002");
  private static final UUID PARTICIPANT = UUID.fromString("0190a000-0000-7000-8000-000000000003");
  private static final UUID TOPIC = UUID.fromString("0190a000-0000-7000-8000-000000000004");
  private static final UUID IDEA = UUID.fromString("0190a000-0000-7000-8000-000000000006");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  @Inject ObjectMapper json;

  private static Stream<OutgoingEvent> samples() {
    return Stream.of(
        new LogSessionDeleted(SESSION, TEAM),
        new LogSessionParsed(
            SESSION,
            TEAM,
            1,
            3,
            "Title",
            "Problem",
            "Summary",
            DAY,
            List.of(new LogSessionParsed.Person(PARTICIPANT, "Participant 1")),
            List.of(new LogSessionParsed.Topic(TOPIC, null, 0, "Topic")),
            List.of(
                new LogSessionParsed.Idea(
                    IDEA, TOPIC, null, 1, "idea", "See [this](https://example.org/)"))));
  }

  @Test
  void everyEventIsWrittenAsItsGoldenSampleSays() throws Exception {
    for (OutgoingEvent event : samples().toList()) {
      String written = json.writeValueAsString(event);
      String sample = Contracts.committed("report-service", event.type(), written);
      assertThat(Contracts.tree(written)).as(event.type()).isEqualTo(Contracts.tree(sample));
    }
  }

  @Test
  void everyEventTypeHasASample() {
    assertThat(samples().map(event -> event.getClass().getSimpleName()))
        .containsAll(ArchitectureRules.eventNames("microstorm.report"));
  }
}
