package microstorm.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The values of enumerations in the description of an API. */
final class Enumeration {

  private static final Pattern VALUE = Pattern.compile("(?m)^ *- (\\S+)$");

  private Enumeration() {}

  /** The values of a schema. */
  static List<String> of(Path api, String schema) throws IOException {
    return values(part(Files.readString(api), 4, schema), 6);
  }

  /** The values of a property of a schema. */
  static List<String> of(Path api, String schema, String property) throws IOException {
    return values(part(part(Files.readString(api), 4, schema), 8, property), 10);
  }

  private static List<String> values(String part, int indent) {
    List<String> values =
        VALUE.matcher(part(part, indent, "enum")).results().map(value -> value.group(1)).toList();
    assertThat(values).isNotEmpty();
    return values;
  }

  /** What is below a key with this indentation; a list stands at the indentation of its key. */
  private static String part(String text, int indent, String key) {
    String margin = " ".repeat(indent);
    Pattern part =
        Pattern.compile("(?m)^%s%s:\\n((?:%s[ -].*\\n)+)".formatted(margin, key, margin));
    return part.matcher(text)
        .results()
        .findFirst()
        .map((MatchResult found) -> found.group(1))
        .orElseThrow(() -> new AssertionError(key + " is not in the description"));
  }
}
