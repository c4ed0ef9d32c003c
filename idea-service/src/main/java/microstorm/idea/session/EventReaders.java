package microstorm.idea.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import microstorm.messaging.IncomingEvent;

/** Which event type goes where. Types that nobody here asked for are passed over. */
final class EventReaders {

  private interface Reader {
    void read(String payload) throws JsonProcessingException;
  }

  private final ObjectMapper json;
  private final Map<String, Reader> byType = new HashMap<>();

  EventReaders(ObjectMapper json) {
    this.json = json;
  }

  <T> EventReaders on(String type, Class<T> as, Consumer<T> effect) {
    byType.put(type, payload -> effect.accept(json.readValue(payload, as)));
    return this;
  }

  void read(IncomingEvent event) throws JsonProcessingException {
    Reader reader = byType.get(event.type());
    if (reader != null) {
      reader.read(event.payload());
    }
  }
}
