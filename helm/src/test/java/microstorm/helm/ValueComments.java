package microstorm.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the keys of a values file with their comments. A line {@code ## Title} begins a section.
 * The comment of a key is the one at the end of its line, or else the lines above it, which also
 * apply to the next keys of the same block that have no comment of their own.
 */
final class ValueComments {

  private static final Pattern KEY =
      Pattern.compile("( *)([A-Za-z][A-Za-z0-9-]*):(?: +(\\S.*?))??(?: +# (.*))?");

  private static final int INDENT = 2;
  private static final int NOWHERE = -1;

  private final JsonNode values;
  private final List<Section> sections = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private String above = "";
  private String shared = "";
  private int sharedIndent = NOWHERE;

  private ValueComments(JsonNode values) {
    this.values = values;
  }

  /**
   * The part of the file below a heading.
   *
   * @param intro the comment above the first key, if that key also has a comment on its line;
   *     otherwise empty
   */
  record Section(String title, String intro, List<Key> keys) {}

  /**
   * A key with a line of its own.
   *
   * @param path the names of its parents and its own name, such as {@code image.tag}
   * @param type string, boolean, integer, list or object
   * @param written its default as written on the line; empty if the default is on the lines below
   * @param description its comment; empty if it has none
   */
  record Key(String path, String type, String written, String description) {}

  static List<Section> of(String yaml) {
    ValueComments comments = new ValueComments(Chart.parse(yaml).get(0));
    yaml.lines().forEach(comments::read);
    return comments.sections;
  }

  private void read(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      above = "";
      sharedIndent = NOWHERE;
    } else if (text.startsWith("## ")) {
      sections.add(new Section(text.substring("## ".length()), "", new ArrayList<>()));
    } else if (text.startsWith("# ")) {
      above = (above + " " + text.substring("# ".length())).strip();
    } else if (!text.startsWith("- ")) {
      readKey(line);
    }
  }

  private void readKey(String line) {
    Matcher key = KEY.matcher(line);
    if (!key.matches()) {
      throw new IllegalArgumentException("This line is neither a key nor a comment: " + line);
    }
    int indent = key.group(1).length();
    path.subList(indent / INDENT, path.size()).clear();
    path.add(key.group(2));
    String type = typeOf(values.at("/" + String.join("/", path)));
    String written = key.group(3) == null ? "" : key.group(3);
    String description = describe(indent, key.group(4));
    last().keys().add(new Key(String.join(".", path), type, written, description));
  }

  /**
   * The description of the next key.
   *
   * @param own the comment at the end of its line; null if there is none
   */
  private String describe(int indent, String own) {
    String comment = above;
    above = "";
    if (own == null) {
      shared = comment.isEmpty() && indent == sharedIndent ? shared : comment;
      sharedIndent = indent;
      return shared;
    }
    sharedIndent = NOWHERE;
    if (comment.isEmpty()) {
      return own;
    }
    if (last().keys().isEmpty()) {
      Section section = last();
      sections.set(sections.size() - 1, new Section(section.title(), comment, section.keys()));
      return own;
    }
    return own + ". " + comment;
  }

  private Section last() {
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("The first key is above the first heading.");
    }
    return sections.get(sections.size() - 1);
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case ARRAY -> "list";
      case OBJECT -> "object";
      default -> throw new IllegalArgumentException("A default has no type: " + value);
    };
  }
}
