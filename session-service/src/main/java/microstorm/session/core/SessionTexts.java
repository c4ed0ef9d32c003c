package microstorm.session.core;

/** The texts that the service itself writes for the people of a session, in its language. */
public enum SessionTexts {
  ENGLISH(
      "Participant %d",
      "Screen %s",
      "A group of %d to %d works best. Consider inviting more people.",
      "A group of %d to %d works best. Consider splitting it into rooms."),
  GERMAN(
      "Person %d",
      "Bildschirm %s",
      "Am besten arbeitet eine Gruppe von %d bis %d Personen. Laden Sie vielleicht noch jemanden ein.",
      "Am besten arbeitet eine Gruppe von %d bis %d Personen. Teilen Sie sie vielleicht in Räume auf.");

  private final String participant;
  private final String screen;
  private final String smallGroup;
  private final String largeGroup;

  SessionTexts(String participant, String screen, String smallGroup, String largeGroup) {
    this.participant = participant;
    this.screen = screen;
    this.smallGroup = smallGroup;
    this.largeGroup = largeGroup;
  }

  /** The texts in the language of a session. */
  public static SessionTexts of(Session session) {
    return "de".equals(session.language) ? GERMAN : ENGLISH;
  }

  /** The name of a person who joined without one, by their place from 1. */
  public String participant(int place) {
    return participant.formatted(place);
  }

  /** The name of a screen of the room. */
  public String screen(String sign) {
    return screen.formatted(sign);
  }

  /** Advice for a group that is smaller than advised. */
  public String smallGroup(int min, int max) {
    return smallGroup.formatted(min, max);
  }

  /** Advice for a group that is larger than advised and not split. */
  public String largeGroup(int min, int max) {
    return largeGroup.formatted(min, max);
  }
}
