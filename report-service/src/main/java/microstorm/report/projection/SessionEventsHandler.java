package microstorm.report.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.messaging.inbox.EventHandler;
import microstorm.messaging.inbox.Inbox;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.report.edition.SessionFailure;
import microstorm.report.standard.RuleBook;
import microstorm.report.webhook.occurrence.WebhookEvents;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** Applies session-service's events to the reports. */
@ApplicationScoped
class SessionEventsHandler implements EventHandler {

  static final String CHANNEL = "session-events";

  private final Inbox inbox;
  private final Jdbi database;
  private final ImportFailures failures;
  private final RuleBook rules;
  private final WebhookEvents webhooks;
  private final EventDispatcher readers;

  SessionEventsHandler(
      Inbox inbox,
      Jdbi database,
      ImportFailures failures,
      TimelineProjection timeline,
      TeamProjection teams,
      RuleBook rules,
      WebhookEvents webhooks,
      ObjectMapper json) {
    this.inbox = inbox;
    this.rules = rules;
    this.webhooks = webhooks;
    this.database = database;
    this.failures = failures;
    this.readers =
        new EventDispatcher(json)
            .on(SessionEvent.Planned.TYPE, SessionEvent.Planned.class, this::planned)
            .on(SessionEvent.Planned.CHANGED_TYPE, SessionEvent.Planned.class, this::changed)
            .on(
                SessionEvent.ParticipantJoined.TYPE,
                SessionEvent.ParticipantJoined.class,
                this::joined)
            .on(
                SessionEvent.ParticipantPromoted.TYPE,
                SessionEvent.ParticipantPromoted.class,
                this::promoted)
            .on(SessionEvent.ParticipantLeft.TYPE, SessionEvent.ParticipantLeft.class, this::left)
            .on(
                SessionEvent.ReportAccessChanged.TYPE,
                SessionEvent.ReportAccessChanged.class,
                this::changeAccess)
            .on(SessionEvent.Closed.TYPE, SessionEvent.Closed.class, this::closed)
            .on(SessionEvent.QuietEndNear.TYPE, SessionEvent.QuietEndNear.class, this::endsSoon)
            .on(
                SessionEvent.ImportRefused.TYPE,
                SessionEvent.ImportRefused.class,
                refused ->
                    failures.noteRefused(
                        refused.sessionId(),
                        refused.logRevision(),
                        SessionFailure.stored(
                            refused.code(), refused.deadLetter(), refused.reason())));
    timeline.register(readers);
    teams.register(readers);
  }

  @Incoming(CHANNEL)
  @Blocking
  CompletionStage<Void> receive(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, this, CHANNEL);
  }

  @Override
  public boolean takes(String type) {
    return readers.know(type);
  }

  @Override
  public boolean deletes(String type) {
    return type.equals(SessionEvent.Deleted.TYPE) || type.equals(SessionEvent.TeamDeleted.TYPE);
  }

  @Override
  public void handle(IncomingEvent event) throws JsonProcessingException {
    readers.read(event);
  }

  @Override
  public void deadLettered(IncomingEvent event, Throwable cause) {
    failures.noteDeadLetter(event);
  }

  private void planned(SessionEvent.Planned session) {
    execute(
        """
        insert into report (session_id, team_id, phase) values (?, ?, 'planned')
        on conflict do nothing
        """,
        session.sessionId(),
        session.teamId());
    describe(session);
  }

  private void changed(SessionEvent.Planned session) {
    describe(session);
    takenIn(session.sessionId(), session.logRevision(), session.participants());
  }

  private void describe(SessionEvent.Planned session) {
    execute(
        """
        update report set number = ?, title = ?, problem = ?, summary = ?,
          held_on = case when phase in ('planned', 'lobby', 'closed') then ? else held_on end,
          criteria = ?::jsonb, planned_at = ?, time_zone = ?, language = ?, over_days = ?,
          anonymous = ?
        where session_id = ?
        """,
        session.number(),
        session.title(),
        session.problem(),
        session.summary(),
        session.heldOn(),
        session.criteria() == null ? "[]" : session.criteria().toString(),
        session.plannedAt(),
        session.timeZone(),
        session.language(),
        session.quietUntil() != null,
        session.settings() != null && session.settings().anonymous(),
        session.sessionId());
  }

  private void joined(SessionEvent.ParticipantJoined participant) {
    execute(
        """
        insert into report_participant (id, session_id, position, name, role, present)
        values (?, ?, ?, ?, coalesce(?, 'participant'), true)
        on conflict (id) do update set position = excluded.position, name = excluded.name
        """,
        participant.participantId(),
        participant.sessionId(),
        participant.position(),
        participant.name(),
        participant.role());
  }

  private void promoted(SessionEvent.ParticipantPromoted participant) {
    execute(
        "update report_participant set role = 'facilitator' where id = ?",
        participant.participantId());
  }

  /** A participant who took part stays in the report, even after leaving before the end. */
  private void left(SessionEvent.ParticipantLeft participant) {
    execute(
        participant.tookPart()
            ? "update report_participant set present = false where id = ?"
            : "delete from report_participant where id = ?",
        participant.participantId());
  }

  private void changeAccess(SessionEvent.ReportAccessChanged access) {
    execute(
        "update report set for_observers = ?, reader_code_hash = ? where session_id = ?",
        access.observers(),
        access.readerCodeHash(),
        access.sessionId());
  }

  /** The rules by which a session is scored do not change after it has closed. */
  private void closed(SessionEvent.Closed session, IncomingEvent event) {
    execute(
        """
        update report set phase = 'closed', rules_version = coalesce(rules_version, ?)
        where session_id = ?
        """,
        rules.currentVersion(),
        session.sessionId());
    takenIn(session.sessionId(), session.logRevision(), session.participants());
    if (session.logRevision() == null) {
      webhooks.sessionClosed(session.sessionId(), session.participants(), event.time());
    }
  }

  private void endsSoon(SessionEvent.QuietEndNear end, IncomingEvent event) {
    webhooks.quietEndNear(
        end.sessionId(),
        event.time(),
        end.endsAt(),
        end.hoursLeft(),
        end.awaited(),
        end.notReady());
  }

  private void takenIn(UUID sessionId, Integer logRevision, Integer participants) {
    execute(
        "update report set log_revision = ?, participants = ? where session_id = ?",
        logRevision,
        participants,
        sessionId);
    if (logRevision != null && count(sessionId) != participants) {
      failures.note(sessionId, logRevision, SessionFailure.PARTICIPANTS_UNREADABLE);
    }
  }

  private int count(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select("select count(*) from report_participant where session_id = ?", sessionId)
                .mapTo(Integer.class)
                .one());
  }

  private void execute(String sql, Object... parameters) {
    database.useHandle(handle -> handle.execute(sql, parameters));
  }
}
