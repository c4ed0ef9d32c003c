package microstorm.local.standard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import microstorm.client.LiveStream;
import microstorm.client.Person;

/** Somebody who follows the board live, and keeps what was told. */
final class Watch implements AutoCloseable {

  private final List<LiveStream.Event> told = new CopyOnWriteArrayList<>();
  private final LiveStream stream;

  private Watch(Person person) {
    stream = person.stream().listen(told::add);
  }

  /** Follows a session's board as this person sees it; what comes from now on is told. */
  static Watch of(Brainstorm session, Person person) {
    Watch watch = new Watch(person);
    session.eventually(() -> watch.told("snapshot").findAny().isPresent());
    return watch;
  }

  /** What the events of a type said so far. */
  Stream<JsonNode> told(String type) {
    return told.stream().filter(event -> event.type().equals(type)).map(LiveStream.Event::data);
  }

  /** Everything that was told so far. */
  String text() {
    return told.toString();
  }

  @Override
  public void close() {
    stream.close();
  }
}
