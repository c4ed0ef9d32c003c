package microstorm.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.messaging.outbox.OutgoingEvent;
import microstorm.session.event.AgreeingStarted;
import microstorm.session.event.AnnouncementStopped;
import microstorm.session.event.BreakEnded;
import microstorm.session.event.BreakProposed;
import microstorm.session.event.BreakScheduled;
import microstorm.session.event.BreakStarted;
import microstorm.session.event.BreakUnscheduled;
import microstorm.session.event.ChecklistChanged;
import microstorm.session.event.ConvergingStarted;
import microstorm.session.event.LobbyOpened;
import microstorm.session.event.ParticipantJoined;
import microstorm.session.event.ParticipantLeft;
import microstorm.session.event.ParticipantPromoted;
import microstorm.session.event.ParticipantReady;
import microstorm.session.event.PhaseAnnounced;
import microstorm.session.event.PhaseReverted;
import microstorm.session.event.PhaseTimerSet;
import microstorm.session.event.PlannedTopic;
import microstorm.session.event.QuietEndNear;
import microstorm.session.event.QuietStarted;
import microstorm.session.event.QuietTimeOver;
import microstorm.session.event.ReportAccessChanged;
import microstorm.session.event.Room;
import microstorm.session.event.RoomsFormed;
import microstorm.session.event.RoomsMerged;
import microstorm.session.event.SessionCancelled;
import microstorm.session.event.SessionChanged;
import microstorm.session.event.SessionClosed;
import microstorm.session.event.SessionClosing;
import microstorm.session.event.SessionCriterion;
import microstorm.session.event.SessionDeleted;
import microstorm.session.event.SessionImportRefused;
import microstorm.session.event.SessionPlanned;
import microstorm.session.event.SessionSettings;
import microstorm.session.event.SharingStarted;
import microstorm.session.event.TeamChanged;
import microstorm.session.event.TeamCreated;
import microstorm.session.event.TeamDeleted;
import microstorm.session.event.TeamKeyRevoked;
import microstorm.testing.contract.ArchitectureRules;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.Test;

/** This service writes its golden samples. The consumers' tests read the same samples. */
@SessionServiceTest
class EventContractTest {

  private static final UUID SESSION = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID TEAM = UUID.fromString("0190a000-0000-7000-8000-000000000002");
  private static final UUID PARTICIPANT = UUID.fromString("0190a000-0000-7000-8000-000000000003");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  private static final UUID OTHER = UUID.fromString("0190a000-0000-7000-8000-000000000004");
  private static final Instant LATER = NOW.plusSeconds(300);
  private static final List<SessionCriterion> CRITERIA =
      List.of(new SessionCriterion(OTHER, "Criterion"));
  private static final SessionSettings SETTINGS =
      new SessionSettings(7, 5, 25, 3, true, false, 5, 7, false);

  @Inject ObjectMapper json;

  private static Stream<OutgoingEvent> samples() {
    return Stream.of(
        new TeamCreated(TEAM, "a-team", "A Team", NOW),
        new TeamChanged(TEAM, "a-team", "Another name"),
        new TeamKeyRevoked(TEAM, OTHER, NOW),
        new TeamDeleted(TEAM, NOW),
        new SessionDeleted(SESSION, TEAM, NOW),
        new SessionPlanned(
            SESSION,
            TEAM,
            3,
            "Title",
            "Problem",
            "Summary",
            DAY,
            1,
            CRITERIA,
            NOW,
            null,
            "Europe/Berlin",
            "en",
            SETTINGS,
            List.of(new PlannedTopic(OTHER, "Topic"))),
        new SessionChanged(
            SESSION,
            TEAM,
            null,
            "Title",
            null,
            null,
            DAY,
            2,
            1,
            CRITERIA,
            NOW,
            LATER,
            "Europe/Berlin",
            "en",
            SETTINGS),
        new LobbyOpened(SESSION, NOW, true, false),
        new QuietStarted(SESSION, NOW, LATER),
        new QuietEndNear(SESSION, TEAM, LATER, 24, 6, 2),
        new QuietTimeOver(SESSION, LATER),
        new SharingStarted(SESSION, NOW, 300, 60, true),
        new ConvergingStarted(SESSION, NOW, 3),
        new AgreeingStarted(SESSION, NOW),
        new PhaseAnnounced(SESSION, "sharing", NOW, LATER),
        new PhaseTimerSet(SESSION, LATER),
        new AnnouncementStopped(SESSION, "sharing", NOW),
        new PhaseReverted(SESSION, "converging", "sharing", NOW),
        new BreakProposed(SESSION, NOW, 25),
        new BreakScheduled(SESSION, OTHER, LATER, 5),
        new BreakUnscheduled(SESSION, OTHER),
        new BreakStarted(SESSION, OTHER, NOW, LATER),
        new BreakEnded(SESSION, OTHER, NOW, LATER),
        new RoomsFormed(SESSION, List.of(new Room(1, List.of(PARTICIPANT)))),
        new RoomsMerged(SESSION),
        new ChecklistChanged(SESSION, List.of("room", "time")),
        new SessionClosing(SESSION, NOW, false),
        new SessionClosed(SESSION, TEAM, NOW, 1, 1),
        new SessionCancelled(SESSION, NOW, true),
        new ParticipantJoined(SESSION, PARTICIPANT, 0, "Participant 1", "participant", 1),
        new ParticipantReady(SESSION, PARTICIPANT, true),
        new ParticipantPromoted(SESSION, PARTICIPANT),
        new ParticipantLeft(SESSION, PARTICIPANT, true, true),
        new ReportAccessChanged(SESSION, false, "aGFzaA"),
        new SessionImportRefused(
            SESSION,
            TEAM,
            1,
            "A reason.",
            "session-dead-letter",
            UUID.fromString("0190a000-0000-7000-8000-000000000009")));
  }

  @Test
  void everyEventEqualsItsGoldenSample() throws Exception {
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
