package microstorm.idea.hint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The phrases of one language. A line {@code [praise]} or {@code [criticism]} begins the phrases of
 * that kind, {@code [praise message]} or {@code [criticism message]} the message for the author,
 * {@code [filling]} the words that may stand around a phrase, {@code [within]} the words that may
 * stand anywhere in it.
 */
final class PhraseList {

  private static final Set<String> KINDS = Set.of("praise", "criticism");
  private static final String MESSAGE = " message";

  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, String> messages = new HashMap<>();
  private final Set<String> filling = new HashSet<>();
  private final Set<String> within = new HashSet<>();

  private PhraseList() {}

  /**
   * @param name the name of the file, for error messages
   * @throws IllegalStateException when the file has an unknown section or lacks a message
   */
  static PhraseList parse(String name, String file) {
    PhraseList phrases = new PhraseList();
    String section = "";
    for (String line : file.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        phrases.add(name, section, line);
      }
    }
    for (String kind : KINDS) {
      if (!phrases.messages.containsKey(kind)) {
        throw new IllegalStateException(
            "The phrase list %s has no section [%s%s]. Add it.".formatted(name, kind, MESSAGE));
      }
    }
    return phrases;
  }

  private void add(String name, String section, String line) {
    String kind = section.replace(MESSAGE, "");
    if (section.equals("filling")) {
      filling.addAll(List.of(line.split(" ")));
    } else if (section.equals("within")) {
      within.addAll(List.of(line.split(" ")));
    } else if (!KINDS.contains(kind)) {
      throw new IllegalStateException(
          "The phrase list %s has an unknown section [%s].".formatted(name, section));
    } else if (!kind.equals(section)) {
      messages.merge(kind, line, (before, more) -> before + " " + more);
    } else {
      addPhrase(kind, line);
    }
  }

  private void addPhrase(String kind, String line) {
    List<Word> words = new ArrayList<>(Word.of(line));
    words.removeIf(word -> within.contains(word.text()));
    if (!words.isEmpty()) {
      kinds.put(join(words), kind);
    }
  }

  /** The hint for the author of a text that consists of a listed phrase. */
  Optional<Hint> hintFor(String text) {
    Deque<Word> words = new ArrayDeque<>(Word.of(text));
    words.removeIf(word -> within.contains(word.text()));
    while (!words.isEmpty()) {
      String kind = kinds.get(join(words));
      if (kind != null) {
        return Optional.of(hint(kind, text, words.getFirst().start(), words.getLast().end()));
      }
      if (filling.contains(words.getFirst().text())) {
        words.removeFirst();
      } else if (filling.contains(words.getLast().text())) {
        words.removeLast();
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Hint hint(String kind, String text, int start, int end) {
    return new Hint(kind, text.substring(start, end), start, end, messages.get(kind));
  }

  private static String join(Collection<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }
}
