package microstorm.report.webhook.occurrence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.database.StoredJson;
import microstorm.report.webhook.WebhookConfig;
import microstorm.report.webhook.WebhookEventData;
import microstorm.report.webhook.WebhookEventData.WebhookAction;
import microstorm.report.webhook.WebhookEventData.WebhookReminder;
import microstorm.report.webhook.WebhookEventData.WebhookReport;
import microstorm.report.webhook.WebhookEventData.WebhookSession;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an event says from the reports. It locks what it read, so that a deletion comes either
 * before or after the deliveries, and then deletes them, too.
 */
@ApplicationScoped
class EventReader {

  private static final String SESSION =
      """
      select r.team_id, r.number, r.title, r.held_on,
        exists (select from complete_session c where c.session_id = r.session_id) as complete,
        exists (select from report_happening h where h.session_id = r.session_id
          and h.kind = 'lobby-opened' and h.detail ->> 'rehearsal' = 'true') as rehearsal
      from report r where r.session_id = ? for key share of r
      """;

  private static final String ACTION =
      """
      select id, text, due_on, state from report_action
      where id = ? and original_id is null for key share
      """;

  private static final String COUNTS =
      """
      select
        (select count(*) from report_topic where session_id = :session) as topics,
        (select count(*) from report_idea where session_id = :session) as ideas,
        (select count(*) from report_group where session_id = :session) as groups,
        (select count(*) from report_action where session_id = :session) as actions
      """;

  private final Jdbi database;
  private final StoredJson json;
  private final WebhookConfig config;

  EventReader(Jdbi database, StoredJson json, WebhookConfig config) {
    this.database = database;
    this.json = json;
    this.config = config;
  }

  /** The team of an event, and what it says; empty data if no webhook gets it. */
  record Known(UUID teamId, Optional<WebhookEventData> data) {}

  private record Session(
      UUID teamId,
      @Nullable Integer number,
      @Nullable String title,
      @Nullable LocalDate heldOn,
      boolean complete,
      boolean rehearsal) {

    WebhookSession view(UUID id, @Nullable Integer participants) {
      return new WebhookSession(id, number, title, heldOn, participants);
    }
  }

  /** What an event says; empty as long as the reports do not have it. */
  Optional<Known> read(Occurrence occurrence) {
    UUID sessionId = occurrence.sessionId();
    if (sessionId == null) {
      return action(occurrence).flatMap(action -> ofTeam(occurrence, action));
    }
    return session(sessionId)
        .flatMap(
            session ->
                session.rehearsal()
                    ? Optional.of(new Known(session.teamId(), Optional.empty()))
                    : data(occurrence, sessionId, session)
                        .map(data -> new Known(session.teamId(), Optional.of(data))));
  }

  private Optional<Known> ofTeam(Occurrence occurrence, WebhookAction action) {
    return Optional.ofNullable(occurrence.teamId())
        .map(team -> new Known(team, Optional.of(WebhookEventData.ofAction(null, action))));
  }

  private Optional<WebhookEventData> data(Occurrence occurrence, UUID id, Session session) {
    return switch (occurrence.type()) {
      case SESSION_CLOSED ->
          Optional.of(WebhookEventData.ofSession(session.view(id, participants(occurrence))));
      case SESSION_REMINDER ->
          Optional.of(
              WebhookEventData.ofReminder(
                  session.view(id, null), json.read(occurrence.detail(), WebhookReminder.class)));
      case REPORT_COMPLETED ->
          session.complete()
              ? Optional.of(
                  WebhookEventData.ofReport(session.view(id, participants(occurrence)), report(id)))
              : Optional.empty();
      case ACTION_CREATED, ACTION_DONE ->
          action(occurrence)
              .map(action -> WebhookEventData.ofAction(session.view(id, null), action));
    };
  }

  private int participants(Occurrence occurrence) {
    return json.read(occurrence.detail(), Occurrence.Closing.class).participants();
  }

  private Optional<Session> session(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(SESSION, id)
                .map(
                    (row, context) ->
                        new Session(
                            row.getObject("team_id", UUID.class),
                            row.getObject("number", Integer.class),
                            row.getString("title"),
                            row.getObject("held_on", LocalDate.class),
                            row.getBoolean("complete"),
                            row.getBoolean("rehearsal")))
                .findOne());
  }

  private Optional<WebhookAction> action(Occurrence occurrence) {
    return database.withHandle(
        handle ->
            handle
                .select(ACTION, occurrence.actionId())
                .map(
                    (row, context) ->
                        new WebhookAction(
                            row.getObject("id", UUID.class),
                            row.getString("text"),
                            row.getObject("due_on", LocalDate.class),
                            row.getString("state")))
                .findOne());
  }

  private WebhookReport report(UUID sessionId) {
    String url = config.publicUrl().orElse("") + "/api/reports/" + sessionId;
    return database.withHandle(
        handle ->
            handle
                .createQuery(COUNTS)
                .bind("session", sessionId)
                .map(
                    (row, context) ->
                        new WebhookReport(
                            url,
                            row.getInt("topics"),
                            row.getInt("ideas"),
                            row.getInt("groups"),
                            row.getInt("actions")))
                .one());
  }
}
