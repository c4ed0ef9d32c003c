package microstorm.local.access;

/** Who calls, in the order of the table's columns. */
enum Caller {
  NOBODY,
  STRANGER,
  PARTICIPANT,
  OBSERVER,
  FACILITATOR,
  OWNER,
  OTHER_OWNER,
  REMOVED,
  EXPIRED;

  /** Whether the token as such is good. */
  boolean isValid() {
    return this != NOBODY && this != EXPIRED;
  }
}
