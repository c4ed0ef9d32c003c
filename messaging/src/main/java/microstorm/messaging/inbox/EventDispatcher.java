package microstorm.messaging.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Passes events to methods by their type. Events of other types are ignored. */
public final class EventDispatcher {

  private interface Reader {
    void read(IncomingEvent event) throws JsonProcessingException;
  }

  private final ObjectMapper json;
  private final Map<String, Reader> byType = new HashMap<>();

  /** Creates a dispatcher without any types. */
  public EventDispatcher(ObjectMapper json) {
    this.json = json;
  }

  /** Registers a type: its payload is read as this class and passed to the effect. */
  public <T> EventDispatcher on(String type, Class<T> as, Consumer<T> effect) {
    return on(type, as, (payload, event) -> effect.accept(payload));
  }

  /** Registers a type whose effect needs more of the event than its payload, such as its time. */
  public <T> EventDispatcher on(String type, Class<T> as, BiConsumer<T, IncomingEvent> effect) {
    byType.put(type, event -> effect.accept(json.readValue(event.payload(), as), event));
    return this;
  }

  /** Whether this type is registered; other events need no row in the inbox. */
  public boolean know(String type) {
    return byType.containsKey(type);
  }

  /**
   * Passes an event to the effect of its type.
   *
   * @throws JsonProcessingException if the payload does not fit the class of its type
   */
  public void read(IncomingEvent event) throws JsonProcessingException {
    Reader reader = byType.get(event.type());
    if (reader != null) {
      reader.read(event);
    }
  }
}
