package microstorm.session.template;

/** The descriptions and limits of a template that requests and answers share. */
final class TemplateText {

  static final String ID =
      "The id of the template: a UUID or, for a template that ships with Microstorm, a name with"
          + " its language.";
  static final String AN_ID = "premortem.en";
  static final String NAME = "The name. A team has no two templates of one name.";
  static final String A_NAME = "Start, stop, continue";
  static final String LANGUAGE = "The language of the texts.";
  static final String DESCRIPTION = "The purpose of the template, in one or more lines.";
  static final String A_DESCRIPTION = "Looks back on what the group does.";
  static final String TOPICS = "The titles of the topics that a new board begins with, in order.";
  static final String SOME_TOPICS = "[\"Start\", \"Stop\", \"Continue\"]";
  static final String CRITERIA = "The requirements that a good idea must meet.";
  static final String SOME_CRITERIA = "[\"Can be done by us\"]";
  static final String CARDS = "Prompt cards, which form the deck `own`.";
  static final String SOME_CARDS = "[\"What would you miss if it were gone?\"]";
  static final String BREAKS =
      "The breaks, which are scheduled when the quiet phase of a session begins.";

  static final String LANGUAGES = "en|de";
  static final String WRONG_LANGUAGE = "must be en or de";

  static final int MAX_NAME = 100;
  static final int MAX_DESCRIPTION = 1_000;
  static final int MAX_TOPICS = 50;
  static final int MAX_TOPIC = 200;
  static final int MAX_CRITERIA = 20;
  static final int MAX_CRITERION = 300;
  static final int MAX_CARDS = 100;
  static final int MAX_CARD = 200;
  static final int MAX_BREAKS = 10;
  static final String TOO_MANY = "must have at most {max} entries";

  private TemplateText() {}
}
