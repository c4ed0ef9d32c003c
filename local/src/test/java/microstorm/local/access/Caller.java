package microstorm.local.access;

/** The callers, in the order of the table's columns. */
enum Caller {
  NOBODY,
  STRANGER,
  PARTICIPANT,
  OBSERVER,
  FACILITATOR,
  OWNER,
  MEMBER,
  OTHER_OWNER,
  REMOVED,
  EXPIRED;

  /** Whether the caller has a valid token. */
  boolean isValid() {
    return this != NOBODY && this != EXPIRED;
  }
}
