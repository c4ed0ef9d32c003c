package microstorm.idea.hint;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;

/**
 * The hints for a text, one for each language in which it is praise or criticism.
 *
 * @param byLanguage by the language's code
 */
public record Hints(Map<String, Hint> byLanguage) {

  /** No hint in any language. */
  public static final Hints NONE = new Hints(Map.of());

  /** The hint in the language of a session; null when there is none. */
  public Hint in(String language) {
    return byLanguage.get(language);
  }

  /** The same hints for one of several texts. */
  public Hints withoutPlaces() {
    return new Hints(
        byLanguage.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, hint -> hint.getValue().withoutPlace())));
  }
}
