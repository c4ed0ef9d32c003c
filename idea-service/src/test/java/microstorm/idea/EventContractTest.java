package microstorm.idea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.idea.event.ActionAdded;
import microstorm.idea.event.ActionChanged;
import microstorm.idea.event.ActionRemoved;
import microstorm.idea.event.ActionsShown;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardImportRefused;
import microstorm.idea.event.BoardSealed;
import microstorm.idea.event.Comparison;
import microstorm.idea.event.CriterionMarked;
import microstorm.idea.event.GroupRemoved;
import microstorm.idea.event.IdeaEdited;
import microstorm.idea.event.IdeaMoved;
import microstorm.idea.event.IdeaRedacted;
import microstorm.idea.event.IdeaReinstated;
import microstorm.idea.event.IdeaShared;
import microstorm.idea.event.IdeaSubmitted;
import microstorm.idea.event.IdeaTakenDown;
import microstorm.idea.event.IdeaWithdrawn;
import microstorm.idea.event.IdeasGrouped;
import microstorm.idea.event.LinkAdded;
import microstorm.idea.event.PresenceChanged;
import microstorm.idea.event.TeamActionChanged;
import microstorm.idea.event.TeamActionRemoved;
import microstorm.idea.event.TopicAdded;
import microstorm.idea.event.TopicMoved;
import microstorm.idea.event.TopicRemoved;
import microstorm.idea.event.TopicRenamed;
import microstorm.idea.event.VoteCast;
import microstorm.idea.event.VoteRetracted;
import microstorm.idea.event.VotesCounted;
import microstorm.idea.event.WritingBegan;
import microstorm.messaging.outbox.OutgoingEvent;
import microstorm.testing.contract.ArchitectureRules;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.Test;

/** The events of this service equal their golden samples, which the consumers read too. */
@IdeaServiceTest
class EventContractTest {

  private static final UUID SESSION = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID TEAM = UUID.fromString("0190a000-0000-7000-8000-000000000002");
  private static final UUID TOPIC = UUID.fromString("0190a000-0000-7000-8000-000000000004");
  private static final UUID PARENT = UUID.fromString("0190a000-0000-7000-8000-000000000005");
  private static final UUID IDEA = UUID.fromString("0190a000-0000-7000-8000-000000000006");
  private static final UUID LINK = UUID.fromString("0190a000-0000-7000-8000-000000000007");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private static final UUID AUTHOR = UUID.fromString("0190a000-0000-7000-8000-000000000008");
  private static final UUID GROUP = UUID.fromString("0190a000-0000-7000-8000-000000000009");
  private static final UUID CRITERION = UUID.fromString("0190a000-0000-7000-8000-00000000000a");
  private static final UUID ACTION = UUID.fromString("0190a000-0000-7000-8000-00000000000b");
  private static final UUID OTHER = UUID.fromString("0190a000-0000-7000-8000-00000000000c");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
  private static final String PLACEHOLDER = "An idea was removed by the facilitator.";
  private static final Comparison COMPARISON =
      new Comparison("Left", "Right", List.of("Similar"), List.of("Different"));

  @Inject ObjectMapper json;

  private static Stream<OutgoingEvent> samples() {
    return Stream.of(
        new TopicAdded(SESSION, 1, TOPIC, null, 0, "Topic"),
        new TopicMoved(SESSION, 2, TOPIC, PARENT, 3),
        new TopicRemoved(SESSION, 3, TOPIC),
        new IdeaSubmitted(
            SESSION, 4, IDEA, TOPIC, PARENT, 1, "idea", "Text", COMPARISON, NOW, AUTHOR, true),
        new IdeaShared(
            SESSION, 5, IDEA, TOPIC, PARENT, 1, "idea", "Text", COMPARISON, NOW, AUTHOR, 2),
        new IdeaEdited(SESSION, 5, IDEA, "Other text", COMPARISON),
        new IdeaMoved(SESSION, 5, IDEA, TOPIC, null, 2),
        new IdeaWithdrawn(SESSION, 6, IDEA),
        new LinkAdded(SESSION, 7, LINK, IDEA, 0, "Title", "https://example.org/"),
        new TopicRenamed(SESSION, 8, TOPIC, "Other title"),
        new IdeasGrouped(SESSION, 9, GROUP, 4, "Group", List.of(IDEA)),
        new GroupRemoved(SESSION, 10, GROUP),
        new VoteCast(SESSION, 11, IDEA),
        new VoteRetracted(SESSION, 12, IDEA),
        new CriterionMarked(SESSION, 13, IDEA, CRITERION),
        new VotesCounted(
            SESSION,
            14,
            List.of(new VotesCounted.Votes(IDEA, 2)),
            List.of(new VotesCounted.Marks(IDEA, CRITERION, 3.5, 2))),
        new ActionAdded(SESSION, 15, ACTION, IDEA, "Text", "Participant 1", DAY, "open"),
        new ActionChanged(
            SESSION, 16, ACTION, IDEA, "Text", "Participant 1", DAY, "done", OTHER, NOW),
        new ActionRemoved(SESSION, 17, ACTION),
        new ActionsShown(SESSION, 17, List.of(ACTION)),
        new TeamActionChanged(TEAM, ACTION, "Text", "Participant 1", DAY, "done", OTHER, NOW),
        new TeamActionRemoved(TEAM, ACTION),
        new BoardAdvanced(SESSION, 18),
        new WritingBegan(SESSION, 8),
        new PresenceChanged(SESSION, 18, List.of(AUTHOR), List.of(PARENT)),
        new IdeaTakenDown(SESSION, 20, IDEA, PLACEHOLDER, 1, "facilitator", NOW),
        new IdeaRedacted(SESSION, 21, IDEA, PLACEHOLDER, 1, "facilitator", NOW),
        new IdeaReinstated(SESSION, 22, IDEA, "Text", COMPARISON, 1, "owner", NOW),
        new BoardSealed(SESSION, TEAM, 19, 1, 2, 3, 4, 5, 6, 7, 8),
        new BoardImportRefused(
            SESSION,
            TEAM,
            1,
            "A reason.",
            "board-dead-letter",
            UUID.fromString("0190a000-0000-7000-8000-000000000009")));
  }

  @Test
  void everyEventEqualsItsGoldenSample() throws Exception {
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
