package microstorm.session.plan;

/** The descriptions and limits that a new plan and a change of a plan share. */
final class PlanText {

  static final String TITLE = "The title, one line.";
  static final String A_TITLE = "Shorter meetings";
  static final String PROBLEM =
      "The subject of the session, in one or more lines. The quiet phase needs it.";
  static final String A_PROBLEM = "Why do our meetings take so long?";
  static final String CRITERIA =
      "The requirements that a good idea must meet. The quiet phase needs at least one. A text that"
          + " occurs twice counts once.";
  static final String SOME_CRITERIA = "[\"Costs nothing\", \"Can be done by us\"]";
  static final String REHEARSAL =
      "Whether the session is a rehearsal: it has no number and no place in the log, shows no"
          + " actions of other sessions, and is deleted with its board and report as soon as it is closed or"
          + " cancelled.";

  static final String PLANNED_AT =
      "The planned beginning, in the years 2000 to 2999. The date of the session (`heldOn`) follows"
          + " from it.";
  static final String TIME_ZONE = "The IANA time zone of the session's date. Without it, UTC.";
  static final String A_TIME_ZONE = "Europe/Berlin";
  static final String LANGUAGE =
      "The language of the session, which selects the hints for authors, the prompt cards that ship"
          + " and the text that replaces a removed idea.";
  static final String LANGUAGES = "en|de";
  static final String WRONG_LANGUAGE = "must be en or de";
  static final String EXPECTED_SIZE =
      "The number of people that are expected. Before large sessions, more replicas may be"
          + " started.";
  static final String QUIET_MINUTES =
      "The minimum length of the quiet phase in minutes, without breaks.";
  static final String BREAK_AFTER_MINUTES =
      "The minutes of work without a break after which a break is proposed.";
  static final String VOTES_PER_PERSON =
      "The number of dots that each person can give. With 0 the session has no phase `converging`.";
  static final String ANONYMOUS = "Whether the authors and times of ideas are not stored.";
  static final String VOTES_ON_OWN_IDEAS =
      "Whether people may give dots and marks to their own ideas.";
  static final String GROUP_MIN = "The smallest advised group, in people; at most `groupMax`.";
  static final String GROUP_MAX = "The largest advised group, in people.";
  static final int MAX_PHASE_MINUTES = 240;
  static final String SHARING_MINUTES =
      "The time for the sharing phase in minutes. The phase does not end by itself.";
  static final String CONVERGING_MINUTES =
      "The time for the converging phase in minutes. The phase does not end by itself.";
  static final String AGREEING_MINUTES =
      "The time for the phase `agreeing` in minutes. The phase does not end by itself.";
  static final String AUTO_ADVANCE =
      "Whether the sharing phase is announced five seconds ahead when everyone is ready. A"
          + " facilitator can stop it.";
  static final String COLLECT_EARLY =
      "Whether people may write ideas in the phases `planned` and `lobby`. Each sees only their own"
          + " until the sharing phase. The session needs a problem and a criterion for it.";
  static final String QUIET_UNTIL =
      "The end of a quiet phase that lasts hours or days, for people in several time zones, instead"
          + " of `quietMinutes`: people come and go, and only the readiness of everybody with a"
          + " seat ends it earlier. At least `quietMinutes` and at most 30 days after `plannedAt`;"
          + " without it, in the next 400 days. Not taken over from an earlier session.";
  static final String CARDS = "The group's own prompt cards, which form the deck `own`.";
  static final String SOME_CARDS = "[\"What would a child do?\"]";

  static final String BREAKS =
      "The breaks of the plan, which are scheduled when the quiet phase begins.";
  static final int MAX_BREAKS = 10;
  static final int MAX_TOPICS = 50;
  static final int MAX_TOPIC = 200;
  static final String NUMBER =
      "The number of the session in the team's log. No other session of the team has it.";
  static final String PROPOSED_NUMBER =
      "The next number of the team's log, as a proposal; absent when the session has a number, and"
          + " for people who do not lead it.";
  static final String SUMMARY =
      "What the session led to, in one or more lines, as the report and the log show it.";
  static final String A_SUMMARY = "We meet for half an hour, and never on Fridays.";

  static final int MAX_TITLE = 200;
  static final int MAX_PROBLEM = 2_000;
  static final int MAX_SUMMARY = 10_000;
  static final int MAX_NUMBER = 1_000_000;
  static final int MAX_CRITERIA = 20;
  static final int MAX_CRITERION = 300;
  static final int MAX_CARDS = 100;
  static final int MAX_CARD = 200;
  static final int MAX_PEOPLE = 10_000;
  static final String TOO_MANY = "must have at most {max} entries";

  private PlanText() {}

  /** The text without white space around it; null for an empty one. */
  static String orNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
