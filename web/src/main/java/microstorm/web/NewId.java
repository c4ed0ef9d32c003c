package microstorm.web;

import java.util.UUID;

/** Gives ids: UUIDs of version 7, which sort by the time they were made. */
@FunctionalInterface
public interface NewId {

  /** A new id. */
  UUID get();
}
