package microstorm.idea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.idea.event.BoardImportRefused;
import microstorm.idea.event.BoardSealed;
import microstorm.idea.event.IdeaMoved;
import microstorm.idea.event.IdeaSubmitted;
import microstorm.idea.event.IdeaWithdrawn;
import microstorm.idea.event.LinkAdded;
import microstorm.idea.event.TopicAdded;
import microstorm.idea.event.TopicMoved;
import microstorm.idea.event.TopicRemoved;
import microstorm.messaging.OutgoingEvent;
import microstorm.testing.ArchitectureRules;
import microstorm.testing.Contracts;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** What this service writes is what its golden samples say; the consumers read the same samples. */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "ideas"))
class EventContractTest {

  private static final UUID SESSION = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID TEAM = UUID.fromString("0190a000-0000-7000-8000-000000000002");
  private static final UUID TOPIC = UUID.fromString("0190a000-0000-7000-8000-000000000004");
  private static final UUID PARENT = UUID.fromString("0190a000-0000-7000-8000-000000000005");
  private static final UUID IDEA = UUID.fromString("0190a000-0000-7000-8000-000000000006");
  private static final UUID LINK = UUID.fromString("0190a000-0000-7000-8000-000000000007");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  @Inject ObjectMapper json;

  private static Stream<OutgoingEvent> samples() {
    return Stream.of(
        new TopicAdded(SESSION, 1, TOPIC, null, 0, "Topic"),
        new TopicMoved(SESSION, 2, TOPIC, PARENT, 3),
        new TopicRemoved(SESSION, 3, TOPIC),
        new IdeaSubmitted(SESSION, 4, IDEA, TOPIC, PARENT, 1, "idea", "Text", NOW),
        new IdeaMoved(SESSION, 5, IDEA, TOPIC, null, 2),
        new IdeaWithdrawn(SESSION, 6, IDEA),
        new LinkAdded(SESSION, 7, LINK, IDEA, 0, "Title", "https://example.org/"),
        new BoardSealed(SESSION, TEAM, 8, 1, 2, 3, 4),
        new BoardImportRefused(SESSION, TEAM, 1, "A reason."));
  }

  @Test
  void everyEventIsWrittenAsItsGoldenSampleSays() throws Exception {
    for (OutgoingEvent event : samples().toList()) {
      String written = json.writeValueAsString(event);
      String sample = Contracts.committed("idea-service", event.type(), written);
      assertThat(Contracts.tree(written)).as(event.type()).isEqualTo(Contracts.tree(sample));
    }
  }

  @Test
  void everyEventTypeHasASample() {
    assertThat(samples().map(event -> event.getClass().getSimpleName()))
        .containsAll(ArchitectureRules.eventNames("microstorm.idea"));
  }
}
