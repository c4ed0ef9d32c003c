package microstorm.local.demo;

import java.util.List;

/** The texts of the simulated people of the demo. */
final class Script {

  static final String TITLE = "The first day of a new colleague";
  static final String PROBLEM =
      "How can a new colleague ship a first small change on the first day?";
  static final List<String> CRITERIA =
      List.of("Costs us less than a week of work", "Works for people who are not in the office");

  /** The people, who are fictional and have first names only. */
  static final List<Role> PEOPLE =
      List.of(
          new Role(
              "Ana",
              "A list of changes that take an hour, kept ready for whoever comes next",
              "The first change is one to the first-day guide itself",
              "Great idea!"),
          new Role(
              "Ben",
              "One command that sets up everything, see https://containers.dev/",
              "A recording of somebody's first day, with all its detours"),
          new Role(
              "Chi",
              "Two people start on the same day and work on one keyboard",
              "The laptop arrives a week early with the checkout on it"),
          new Role(
              "Dev",
              "A map of the code on the wall, with a pin for the first change",
              "A glossary of the words that only we use"),
          new Role(
              "Eli",
              "> What did I not dare to ask on my first day?",
              "A sandbox that looks like production and forgets everything at night"));

  private Script() {}

  /** A person with their ideas. */
  static final class Role {
    private final String name;
    private final List<String> ideas;

    Role(String name, String... ideas) {
      this.name = name;
      this.ideas = List.of(ideas);
    }

    String name() {
      return name;
    }

    List<String> ideas() {
      return ideas;
    }
  }
}
