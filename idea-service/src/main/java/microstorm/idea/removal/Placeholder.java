package microstorm.idea.removal;

/** The text that a board, a report and a log show in place of removed content. */
final class Placeholder {

  static final String TEXT = "An idea was removed by the facilitator.";

  private Placeholder() {}
}
