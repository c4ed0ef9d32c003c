package microstorm.session.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The templates that ship with Microstorm, in every language, from {@code
 * templates/<language>/<name>.json}. Their ids are {@code <name>.<language>}.
 */
@ApplicationScoped
class ShippedTemplates {

  static final List<String> LANGUAGES = List.of("en", "de");
  static final List<String> NAMES =
      List.of(
          "idea-storm", "start-stop-continue", "six-thinking-hats", "how-might-we", "premortem");

  private final Map<String, DefineTemplate> templates = new LinkedHashMap<>();

  ShippedTemplates(ObjectMapper json) {
    for (String language : LANGUAGES) {
      NAMES.forEach(name -> templates.put(name + "." + language, read(json, language, name)));
    }
  }

  Optional<DefineTemplate> find(String id) {
    return Optional.ofNullable(templates.get(id));
  }

  List<TemplateView> in(String language) {
    return templates.entrySet().stream()
        .filter(template -> template.getValue().language().equals(language))
        .map(template -> TemplateView.of(template.getKey(), true, template.getValue()))
        .toList();
  }

  private static DefineTemplate read(ObjectMapper json, String language, String name) {
    String resource = "templates/" + language + "/" + name + ".json";
    try (InputStream content =
        ShippedTemplates.class.getClassLoader().getResourceAsStream(resource)) {
      return json.readValue(content, DefineTemplate.class).in(language);
    } catch (IOException e) {
      throw new UncheckedIOException("The template cannot be read: " + resource, e);
    }
  }
}
