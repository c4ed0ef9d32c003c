package microstorm.idea.hint;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    List<String> words = new ArrayList<>(wordsOf(line));
    words.removeIf(within::contains);
    if (!words.isEmpty()) {
      kinds.put(String.join(" ", words), kind);
    }
  }

  /** The hint for the author of a text that consists of a listed phrase. */
  Optional<Hint> hintFor(String text) {
    return kindOf(text).map(kind -> new Hint(kind, text.strip(), messages.get(kind)));
  }

  private Optional<String> kindOf(String text) {
    Deque<String> words = new ArrayDeque<>(wordsOf(text));
    words.removeIf(within::contains);
    while (!words.isEmpty()) {
      String kind = kinds.get(String.join(" ", words));
      if (kind != null) {
        return Optional.of(kind);
      }
      if (filling.contains(words.peekFirst())) {
        words.removeFirst();
      } else if (filling.contains(words.peekLast())) {
        words.removeLast();
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The words in lower case, without accents, apostrophes and punctuation; +1 and emoji are words
   * too.
   */
  private static List<String> wordsOf(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '+') {
                plain.appendCodePoint(c);
              } else if (isEmoji(c)) {
                plain.append(' ').appendCodePoint(c).append(' ');
              } else if (!isApostrophe(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(' ');
              }
            });
    return List.of(plain.toString().strip().split(" +"));
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`';
  }

  /** Whether it is an emoji. The characters that colour or join emoji are not. */
  private static boolean isEmoji(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL && !Character.isISOControl(c);
  }
}
