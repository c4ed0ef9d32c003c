package microstorm.report.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The events that a webhook can ask for. */
@Schema(
    description =
        "A type of events. `microstorm.session.closed`: a session has closed."
            + " `microstorm.session.reminder`: the quiet phase of a session over days ends in 24"
            + " hours or 1 hour, and people are not ready. `microstorm.report.completed`: the"
            + " report of a closed session is complete. `microstorm.action.created`: a session has"
            + " agreed on an action. `microstorm.action.done`: an action is done.")
public enum WebhookEventType {
  SESSION_CLOSED("microstorm.session.closed"),
  SESSION_REMINDER("microstorm.session.reminder"),
  REPORT_COMPLETED("microstorm.report.completed"),
  ACTION_CREATED("microstorm.action.created"),
  ACTION_DONE("microstorm.action.done");

  /** The type of the event that tests a webhook, which gets it without asking for it. */
  public static final String TEST = "microstorm.webhook.test";

  private final String label;

  WebhookEventType(String label) {
    this.label = label;
  }

  /** The name in JSON, in the database and in the event itself. */
  @JsonValue
  public String label() {
    return label;
  }

  /** The type with this name. */
  public static WebhookEventType of(String label) {
    return Stream.of(values()).filter(type -> type.label.equals(label)).findFirst().orElseThrow();
  }
}
