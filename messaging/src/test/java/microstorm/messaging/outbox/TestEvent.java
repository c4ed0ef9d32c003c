package microstorm.messaging.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** An event with a number and a text as its payload. */
public record TestEvent(@JsonIgnore UUID key, int number, String text) implements OutgoingEvent {

  public static final String TYPE = "microstorm.test.happened.v1";

  /** A type that the application under test does not handle. */
  public static final String FOREIGN_TYPE = "microstorm.test.happened.elsewhere.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
