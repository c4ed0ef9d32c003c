package microstorm.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which event type goes where. Types that nobody here asked for are passed over. */
public final class EventDispatcher {

  private interface Reader {
    void read(IncomingEvent event) throws JsonProcessingException;
  }

  private final ObjectMapper json;
  private final Map<String, Reader> byType = new HashMap<>();

  /** Reads nothing yet. */
  public EventDispatcher(ObjectMapper json) {
    this.json = json;
  }

  /** Events of this type are read as this class, whose effect this is. */
  public <T> EventDispatcher on(String type, Class<T> as, Consumer<T> effect) {
    return on(type, as, (payload, event) -> effect.accept(payload));
  }

  /** The same, for an effect that needs more of the event than its payload, such as its time. */
  public <T> EventDispatcher on(String type, Class<T> as, BiConsumer<T, IncomingEvent> effect) {
    byType.put(type, event -> effect.accept(json.readValue(event.payload(), as), event));
    return this;
  }

  /** Whether events of this type are read; others need not be entered in the inbox. */
  public boolean know(String type) {
    return byType.containsKey(type);
  }

  /**
   * Reads an event.
   *
   * @throws JsonProcessingException when its payload is not what its type promises
   */
  public void read(IncomingEvent event) throws JsonProcessingException {
    Reader reader = byType.get(event.type());
    if (reader != null) {
      reader.read(event);
    }
  }
}
