package microstorm.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Renders the chart as Helm does. */
final class Chart {

  static final Path PATH = Path.of("microstorm").toAbsolutePath();

  /** A copy of the chart whose hooks are ordinary objects, because rendering leaves hooks out. */
  private static final Path WITH_HOOKS = withHooks();

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Chart() {}

  /** The scenario files, one for each known use of the chart. */
  static List<Path> scenarios() {
    try (Stream<Path> files = Files.list(PATH.resolve("ci"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects of a release with a scenario's values and these values. */
  static List<JsonNode> render(Path scenario, Map<String, ?> values) {
    TemplateCommand command = template(scenario);
    values.forEach(command::set);
    return parse(command.call());
  }

  /** The objects of a release with a scenario's values and further ones in YAML. */
  static List<JsonNode> renderWith(Path scenario, String yaml) {
    try {
      Path values = Files.createTempFile("values", ".yaml");
      try {
        Files.writeString(values, yaml);
        return parse(template(scenario).withValuesFile(values).call());
      } finally {
        Files.delete(values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TemplateCommand template(Path scenario) {
    ApiServer.start();
    TemplateCommand command =
        new Helm(WITH_HOOKS)
            .template()
            .withName("ms")
            .withNamespace("brainstorms")
            .withKubeVersion("1.34.0");
    return scenario == null ? command : command.withValuesFile(scenario);
  }

  /** The text that Helm shows after an installation with the chart's defaults and these values. */
  static String notes(Map<String, ?> values) {
    ApiServer.start();
    InstallCommand command =
        new Helm(PATH)
            .install()
            .withName("ms")
            .withNamespace("brainstorms")
            .withKubeVersion("1.34.0")
            .clientOnly()
            .dryRun();
    values.forEach(command::set);
    return command.call().getOutput();
  }

  /** The manifests of a release with these files of values, in a namespace of the same name. */
  static String manifests(String release, Path... values) {
    ApiServer.start();
    TemplateCommand command =
        new Helm(PATH)
            .template()
            .withName(release)
            .withNamespace(release)
            .withKubeVersion("1.34.0");
    Stream.of(values).forEach(command::withValuesFile);
    return command.call();
  }

  /** The objects of a release of another version of the chart, with the defaults. */
  static List<JsonNode> renderVersion(String version, Path scratch) {
    ApiServer.start();
    copy(scratch, "(?m)^(version|appVersion): .*$", "$1: \"" + version + "\"");
    return parse(new Helm(scratch).template().withName("ms").withKubeVersion("1.34.0").call());
  }

  /**
   * Copies the chart to a directory and merges the values of a scenario into the copy's own,
   * because the linter accepts no further values.
   */
  static void copyWithValues(Path scenario, Path to) {
    copy(to, "$^", "");
    try {
      JsonNode values = YAML.readTree(PATH.resolve("values.yaml").toFile());
      YAML.readerForUpdating(values).readValue(scenario.toFile());
      YAML.writeValue(to.resolve("values.yaml").toFile(), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path withHooks() {
    try {
      Path copy = Files.createTempDirectory("chart");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(copy)));
      copy(copy, "helm\\.sh/hook:", "microstorm/hook:");
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the chart to a directory and replaces every match of a pattern in its files. */
  private static void copy(Path to, String pattern, String replacement) {
    try (Stream<Path> files = Files.walk(PATH)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(PATH.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.writeString(copy, Files.readString(file).replaceAll(pattern, replacement));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException left) {
      // the system clears its directory of temporary files
    }
  }

  static List<JsonNode> render(Path scenario) {
    return render(scenario, Map.of());
  }

  /** The objects of a release with the chart's defaults and these values. */
  static List<JsonNode> render(Map<String, ?> values) {
    return render(null, values);
  }

  static List<JsonNode> parse(String documents) {
    try {
      return YAML.readerFor(JsonNode.class).<JsonNode>readValues(documents).readAll().stream()
          .filter(JsonNode::isObject)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> ofKind(List<JsonNode> objects, String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind)).toList();
  }

  static String name(JsonNode object) {
    return object.path("kind").asText() + " " + object.path("metadata").path("name").asText();
  }
}
