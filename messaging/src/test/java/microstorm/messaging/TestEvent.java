package microstorm.messaging;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** An event whose number and text are its payload. */
public record TestEvent(@JsonIgnore UUID key, int number, String text) implements OutgoingEvent {

  public static final String TYPE = "microstorm.test.happened.v1";

  /** Of no concern to the application under test. */
  static final String FOREIGN_TYPE = "microstorm.test.happened.elsewhere.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
