package microstorm.http;

import java.util.UUID;

/** Generates ids: UUIDs of version 7, which sort by the time of their creation. */
@FunctionalInterface
public interface NewId {

  /** A new id. */
  UUID get();
}
