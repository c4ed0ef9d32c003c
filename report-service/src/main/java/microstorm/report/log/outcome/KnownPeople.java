package microstorm.report.log.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import microstorm.report.log.words.Words;

/** The people of a session, which decide whether words at a check box are the name of its owner. */
final class KnownPeople {
  private final Set<String> names = new HashSet<>();

  /** People with their whole names, and with the first words of them. */
  KnownPeople(List<String> participants) {
    for (String name : participants) {
      names.add(Words.lower(name));
      names.add(Words.lower(name.split("[\\s(]", 2)[0]));
    }
  }

  /** Whether a person of the session has this name. */
  boolean has(String name) {
    return names.contains(Words.lower(name));
  }

  /**
   * Whether the words are the name of an owner: of a person of the session, or with the mark of a
   * name. Without a mark, and in a session without people, they must look like a name.
   *
   * @param mark the signs before the name: {@code @}, or stars for bold
   */
  boolean isOwner(String name, String mark) {
    boolean marked = mark.endsWith("@");
    boolean emphasised = mark.length() > 1 || names.isEmpty();
    return marked
        || has(name)
        || has(name.split(" ", 2)[0]) && looksLikeName(name)
        || emphasised && looksLikeName(name);
  }

  /** Whether each word begins like a name, and none is a word that people write before a task. */
  private static boolean looksLikeName(String name) {
    return Stream.of(name.split(" ")).allMatch(KnownPeople::isNameWord);
  }

  private static boolean isNameWord(String word) {
    String lower = Words.lower(word);
    boolean abbreviation = word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
    return !Character.isLowerCase(word.codePointAt(0))
        && !abbreviation
        && !Words.TASK.contains(lower)
        && !Words.WEEKDAYS.containsKey(lower);
  }
}
