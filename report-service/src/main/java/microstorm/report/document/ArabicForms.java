package microstorm.report.document;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gives Arabic letters the forms that they have beside their neighbours. A PDF names the forms,
 * because nothing joins the letters when it is shown. Unicode's names of the forms are the table.
 */
final class ArabicForms {

  private static final String ISOLATED = " ISOLATED FORM";
  private static final String FINAL = " FINAL FORM";
  private static final String INITIAL = " INITIAL FORM";
  private static final String MEDIAL = " MEDIAL FORM";
  private static final String LETTER = "ARABIC LETTER ";
  private static final String LAM_ALEF = "ARABIC LIGATURE LAM WITH ALEF";

  private static final char LAM = 'ل';
  private static final char TATWEEL = 'ـ';

  /** By the letters in their plain form and the name of the form. */
  private static final Map<String, Character> FORMS = new HashMap<>();

  private static final Map<Character, String> LETTERS = new HashMap<>();

  static {
    IntStream.concat(IntStream.rangeClosed(0xFB50, 0xFBFF), IntStream.rangeClosed(0xFE70, 0xFEFC))
        .filter(Character::isDefined)
        .forEach(point -> add((char) point, Character.getName(point)));
  }

  private ArabicForms() {}

  private static void add(char form, String name) {
    if (name.startsWith(LETTER) || name.startsWith(LAM_ALEF)) {
      String letters = Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC);
      for (String kind : new String[] {ISOLATED, FINAL, INITIAL, MEDIAL}) {
        if (name.endsWith(kind)) {
          FORMS.putIfAbsent(letters + kind, form);
          LETTERS.put(form, letters);
        }
      }
    }
  }

  /** The text with the letters in their forms, in the order in which it is read. */
  static String shaped(String text) {
    if (text.chars().noneMatch(c -> c >= 0x0620 && c <= 0x06FF)) {
      return text;
    }
    StringBuilder shaped = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      String letters = text.substring(at, at + 1);
      if (text.charAt(at) == LAM && at + 1 < text.length()) {
        String ligature = text.substring(at, at + 2);
        letters = FORMS.containsKey(ligature + ISOLATED) ? ligature : letters;
      }
      boolean before = joinsNext(neighbour(text, at, -1));
      boolean after = joinsPrevious(neighbour(text, at + letters.length() - 1, 1));
      shaped.append(form(letters, before, after));
      at += letters.length() - 1;
    }
    return shaped.toString();
  }

  /** The plain letters of a shaped text. */
  static String letters(String shaped) {
    StringBuilder letters = new StringBuilder(shaped.length());
    for (char form : shaped.toCharArray()) {
      letters.append(LETTERS.getOrDefault(form, String.valueOf(form)));
    }
    return letters.toString();
  }

  private static Object form(String letters, boolean before, boolean after) {
    boolean joined = after && FORMS.containsKey(letters + INITIAL);
    String kind = before ? joined ? MEDIAL : FINAL : joined ? INITIAL : ISOLATED;
    Character form = FORMS.get(letters + kind);
    return form == null ? letters : form;
  }

  /** The next letter in this direction, past vowel marks; a blank at the end. */
  private static char neighbour(String text, int at, int step) {
    int next = at + step;
    while (next >= 0
        && next < text.length()
        && Character.getType(text.charAt(next)) == Character.NON_SPACING_MARK) {
      next += step;
    }
    return next < 0 || next >= text.length() ? ' ' : text.charAt(next);
  }

  private static boolean joinsNext(char letter) {
    return letter == TATWEEL || FORMS.containsKey(letter + INITIAL);
  }

  private static boolean joinsPrevious(char letter) {
    return letter == TATWEEL || FORMS.containsKey(letter + FINAL);
  }
}
