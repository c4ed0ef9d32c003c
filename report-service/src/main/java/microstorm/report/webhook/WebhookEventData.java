package microstorm.report.webhook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an event says. It has no text of an idea and no person's name, so that nothing of that kind
 * leaves the installation, and nothing has to be called back when content is removed.
 */
@Schema(
    description =
        "What happened, in the objects that the type of the event has. An event has ids, titles,"
            + " counts and addresses: no text of an idea and no person's name.")
public record WebhookEventData(
    @Schema(
            description =
                "The session. Absent in a test, and if the session of an action was deleted.")
        @Nullable WebhookSession session,
    @Schema(description = "The report. Only in `microstorm.report.completed`.")
        @Nullable WebhookReport report,
    @Schema(
            description =
                "The action. Only in `microstorm.action.created` and `microstorm.action.done`.")
        @Nullable WebhookAction action,
    @Schema(description = "The reminder. Only in `microstorm.session.reminder`.")
        @Nullable WebhookReminder reminder,
    @Schema(description = "The webhook. Only in `microstorm.webhook.test`.")
        @Nullable TestedWebhook webhook) {

  /** The session of an event. */
  @Schema(description = "The session of an event.")
  public record WebhookSession(
      @Schema(description = "The id of the session.") UUID id,
      @Schema(description = "The number of the session. Absent if it has none.", examples = "3")
          @Nullable Integer number,
      @Schema(
              description = "The title of the session. Absent if it has none.",
              examples = "Cheaper lunch")
          @Nullable String title,
      @Schema(description = "The date of the session. Absent if it has none.")
          @Nullable LocalDate heldOn,
      @Schema(
              description =
                  "The number of people who took part. Only in `microstorm.session.closed` and"
                      + " `microstorm.report.completed`.",
              minimum = "0",
              examples = "6")
          @Nullable Integer participants) {}

  /** A complete report. */
  @Schema(description = "A complete report, in numbers.")
  public record WebhookReport(
      @Schema(
              description =
                  "The address of the report in the API. It needs a token; without a public"
                      + " address of the installation it is a path.",
              examples =
                  "https://board.example.com/api/reports/0190a000-0000-7000-8000-000000000001")
          String url,
      @Schema(description = "The number of topics.", minimum = "0", examples = "4") int topics,
      @Schema(description = "The number of ideas.", minimum = "0", examples = "60") int ideas,
      @Schema(description = "The number of groups.", minimum = "0", examples = "7") int groups,
      @Schema(description = "The number of actions.", minimum = "0", examples = "5") int actions) {}

  /** An action. */
  @Schema(description = "An action, without the name of its owner.")
  public record WebhookAction(
      @Schema(description = "The id of the action.") UUID id,
      @Schema(description = "What is to be done.", examples = "Ask three cooks for offers")
          String text,
      @Schema(description = "The day on which it is due. Absent if it has none.")
          @Nullable LocalDate dueOn,
      @Schema(
              description = "The state of the action.",
              enumeration = {"open", "done", "dropped"})
          String state) {}

  /** A reminder that the quiet phase ends. */
  @Schema(description = "How much of the quiet phase is left.")
  public record WebhookReminder(
      @Schema(description = "The end of the quiet phase.") Instant endsAt,
      @Schema(description = "The hours that are left.", minimum = "1", examples = "24")
          int hoursLeft,
      @Schema(
              description = "The number of people with a participant's seat.",
              minimum = "0",
              examples = "6")
          int awaited,
      @Schema(description = "Of these, people who are not ready.", minimum = "0", examples = "2")
          int notReady) {}

  /** A webhook that is tested. */
  @Schema(description = "The webhook that is tested.")
  public record TestedWebhook(
      @Schema(description = "The id of the webhook.") UUID id,
      @Schema(description = "The name of the webhook.", examples = WebhookView.A_NAME)
          String name) {}

  public static WebhookEventData ofSession(WebhookSession session) {
    return new WebhookEventData(session, null, null, null, null);
  }

  public static WebhookEventData ofReport(WebhookSession session, WebhookReport report) {
    return new WebhookEventData(session, report, null, null, null);
  }

  public static WebhookEventData ofAction(@Nullable WebhookSession session, WebhookAction action) {
    return new WebhookEventData(session, null, action, null, null);
  }

  public static WebhookEventData ofReminder(WebhookSession session, WebhookReminder reminder) {
    return new WebhookEventData(session, null, null, reminder, null);
  }

  public static WebhookEventData ofTest(TestedWebhook webhook) {
    return new WebhookEventData(null, null, null, null, webhook);
  }

  /** The id of what the event is about. */
  String subject() {
    if (action != null) {
      return action.id().toString();
    }
    if (session != null) {
      return session.id().toString();
    }
    return webhook == null ? "" : webhook.id().toString();
  }
}
