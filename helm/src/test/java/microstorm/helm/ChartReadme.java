package microstorm.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The chart's README: first a part written by hand, then tables of the keys of values.yaml. */
final class ChartReadme {

  private static final Path README = Chart.PATH.resolve("README.md");
  private static final Path VALUES = Chart.PATH.resolve("values.yaml");
  private static final Path HAND_WRITTEN = Path.of("src/test/resources/chart-readme.md");

  private static final String VALUES_HEADING =
      """

      ## Values

      This part is generated from [`values.yaml`](values.yaml). An object without a default holds the keys below it.
      """;

  private static final String TABLE_HEAD =
      """
      | key | type | default | description |
      |---|---|---|---|
      """;

  private ChartReadme() {}

  static String committed() {
    return read(README);
  }

  /** Replaces the README in the checkout with this text. */
  static void commit(String text) {
    try {
      Files.writeString(README, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of values.yaml, by section. */
  static List<ValueComments.Section> values() {
    return ValueComments.of(read(VALUES));
  }

  static String generate() {
    StringBuilder text = new StringBuilder(read(HAND_WRITTEN)).append(VALUES_HEADING);
    for (ValueComments.Section section : values()) {
      text.append("\n### ").append(section.title()).append("\n\n");
      if (!section.intro().isEmpty()) {
        text.append(escape(section.intro())).append("\n\n");
      }
      text.append(TABLE_HEAD);
      section.keys().forEach(key -> text.append(row(key)));
    }
    return text.toString();
  }

  private static String row(ValueComments.Key key) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(key.path(), key.type(), defaultOf(key), escape(key.description()));
  }

  private static String defaultOf(ValueComments.Key key) {
    if (key.written().isEmpty()) {
      return key.type().equals("list") ? "[values.yaml](values.yaml)" : "";
    }
    return "`" + key.written().replace("|", "\\|") + "`";
  }

  /** Escapes the characters that Markdown would read as a column, a tag or emphasis. */
  private static String escape(String text) {
    return text.replaceAll("[\\\\|<*]", "\\\\$0");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
