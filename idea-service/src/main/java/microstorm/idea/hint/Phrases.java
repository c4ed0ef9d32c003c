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
 * A language's word list. A line {@code [praise]} or {@code [criticism]} begins the phrases of that
 * kind, {@code [filling]} words that may stand around a phrase, {@code [within]} words that may
 * stand anywhere in it.
 */
final class Phrases {

  private static final Set<String> WORDS = Set.of("filling", "within");

  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> filling = new HashSet<>();
  private final Set<String> within = new HashSet<>();

  private Phrases() {}

  static Phrases parse(String file) {
    Phrases phrases = new Phrases();
    String section = "";
    for (String line : file.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        phrases.add(section, line);
      }
    }
    return phrases;
  }

  private void add(String section, String line) {
    if (WORDS.contains(section)) {
      (section.equals("filling") ? filling : within).addAll(List.of(line.split(" ")));
    } else {
      List<String> words = new ArrayList<>(wordsOf(line));
      words.removeIf(within::contains);
      if (!words.isEmpty()) {
        kinds.put(String.join(" ", words), section);
      }
    }
  }

  /** Whether a text is nothing but a phrase, and of which kind. */
  Optional<String> kindOf(String text) {
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

  /** Lower case, without accents, apostrophes and punctuation; signs such as +1 are words too. */
  private static List<String> wordsOf(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '+') {
                plain.appendCodePoint(c);
              } else if (isPicture(c)) {
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

  /** Emoji; the signs that only colour or join them are not pictures. */
  private static boolean isPicture(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL && !Character.isISOControl(c);
  }
}
