package microstorm.report.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import microstorm.report.database.StoredJson;

/** Makes events of what is stored about them. */
@ApplicationScoped
public class EventWriter {

  private final StoredJson json;
  private final String source;

  EventWriter(StoredJson json, WebhookConfig config) {
    this.json = json;
    this.source = config.publicUrl().orElse("/");
  }

  /** The event of a stored delivery. */
  public WebhookEvent event(UUID id, String type, Instant time, String data) {
    return WebhookEvent.of(id, source, type, time, json.read(data, WebhookEventData.class));
  }

  /** The same as the body of a request. */
  public String body(UUID id, String type, Instant time, String data) {
    return json.write(event(id, type, time, data));
  }
}
