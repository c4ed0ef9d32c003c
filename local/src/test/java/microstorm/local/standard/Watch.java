package microstorm.local.standard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import microstorm.client.LiveStream;
import microstorm.client.Person;
import microstorm.local.SharedSystem;

/**
 * Follows a board's live stream as a person, and keeps the events. Each must be a described one.
 */
final class Watch implements AutoCloseable {

  private final List<LiveStream.Event> events = new CopyOnWriteArrayList<>();
  private final LiveStream stream;

  private Watch(Person person) {
    stream = person.stream().listen(events::add);
  }

  /**
   * Follows a session's board as this person sees it, and returns when the snapshot has arrived.
   */
  static Watch of(Brainstorm session, Person person) {
    Watch watch = new Watch(person);
    session.eventually(() -> watch.events("snapshot").findAny().isPresent());
    return watch;
  }

  /** The data of the received events of a type. */
  Stream<JsonNode> events(String type) {
    return events.stream().filter(event -> event.type().equals(type)).map(LiveStream.Event::data);
  }

  /** All received events as text. */
  String text() {
    return events.toString();
  }

  @Override
  public void close() {
    stream.close();
    events.forEach(SharedSystem::check);
  }
}
