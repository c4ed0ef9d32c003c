package microstorm.idea.hint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text: in lower case, without accents, apostrophes and punctuation; +1 and emoji are
 * words too.
 *
 * @param start the place of its first UTF-16 code unit in the text
 * @param end the place after its last one
 */
record Word(String text, int start, int end) {

  /** The words of a text in order. */
  static List<Word> of(String text) {
    Splitter words = new Splitter();
    text.codePoints()
        .forEach(
            letter -> {
              int length = Character.charCount(letter);
              Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                  .toLowerCase(Locale.ROOT)
                  .codePoints()
                  .forEach(part -> words.add(part, length));
              words.place += length;
            });
    words.close();
    return words.found;
  }

  private static final class Splitter {
    private final List<Word> found = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;
    private int end;
    private int place;

    private void add(int part, int length) {
      if (Character.isLetterOrDigit(part) || part == '+') {
        append(part, length);
      } else if (isEmoji(part)) {
        close();
        append(part, length);
        close();
      } else if (!isApostrophe(part) && Character.getType(part) != Character.NON_SPACING_MARK) {
        close();
      }
    }

    private void append(int part, int length) {
      if (word.isEmpty()) {
        start = place;
      }
      word.appendCodePoint(part);
      end = place + length;
    }

    private void close() {
      if (!word.isEmpty()) {
        found.add(new Word(word.toString(), start, end));
        word.setLength(0);
      }
    }
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`';
  }

  /** Whether it is an emoji. The characters that colour or join emoji are not. */
  private static boolean isEmoji(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL && !Character.isISOControl(c);
  }
}
