package microstorm.idea.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.UUID;
import microstorm.idea.board.BoardChanged;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Receives the events of changes on all replicas. Every replica reads all events, in a consumer
 * group of its own. The changes are read from the database; an event only says that there are some.
 */
@ApplicationScoped
class BoardEventsConsumer {

  private static final JsonFactory JSON = new JsonFactory();

  private final Feeds feeds;

  BoardEventsConsumer(Feeds feeds) {
    this.feeds = feeds;
  }

  @Incoming("board-events")
  void receive(ConsumerRecords<String, String> events) {
    for (ConsumerRecord<String, String> event : events) {
      receive(event);
    }
  }

  private void receive(ConsumerRecord<String, String> event) {
    try {
      UUID sessionId = UUID.fromString(event.key());
      if (feeds.watched().contains(sessionId)) {
        seq(event.value()).ifPresent(seq -> feeds.changed(BoardChanged.unseen(sessionId, seq)));
      }
    } catch (IllegalArgumentException | IOException unreadable) {
      // the consumers that act on the event dead-letter it; nothing is lost here
    }
  }

  /**
   * The number of the change, which is near the beginning of every event; empty when there is none.
   */
  private static OptionalLong seq(String event) throws IOException {
    try (JsonParser parser = JSON.createParser(event)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals("seq");
        if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && found) {
          return OptionalLong.of(parser.getLongValue());
        }
        parser.skipChildren();
      }
      return OptionalLong.empty();
    }
  }
}
