package microstorm.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the described operation of a request. */
final class PathTemplates {

  private final JsonNode paths;
  private final List<Template> templates = new ArrayList<>();

  private record Template(String path, Pattern pattern, long parameters) {

    static Template of(String path) {
      String pattern =
          Stream.of(path.split("(?<=})|(?=\\{)"))
              .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
              .collect(Collectors.joining());
      return new Template(
          path,
          Pattern.compile(pattern),
          path.chars().filter(character -> character == '{').count());
    }
  }

  PathTemplates(JsonNode description) {
    paths = description.path("paths");
    paths.fieldNames().forEachRemaining(path -> templates.add(Template.of(path)));
    templates.sort(Comparator.comparingLong(Template::parameters));
  }

  /** The JSON pointer of the operation of a method and a path. */
  Optional<String> pointer(String method, String path) {
    String verb = method.toLowerCase(Locale.ROOT);
    return templates.stream()
        .filter(template -> template.pattern.matcher(path).matches())
        .findFirst()
        .filter(template -> paths.path(template.path).has(verb))
        .map(
            template ->
                "/paths/" + template.path.replace("~", "~0").replace("/", "~1") + "/" + verb);
  }
}
