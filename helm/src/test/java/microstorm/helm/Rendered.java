package microstorm.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plain manifests in k8s/rendered, one file for each component, as the chart renders them. */
final class Rendered {

  static final Path PATH = Path.of("../k8s/rendered");

  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final String HEADER =
      "# Rendered from helm/microstorm; not to be edited. See README.md.\n";

  private Rendered() {}

  /** The files in the checkout, by name. */
  static SortedMap<String, String> committed() {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(PATH)) {
      for (Path file : found.toList()) {
        String content = Files.readString(file);
        if (content.startsWith(HEADER)) {
          files.put(file.getFileName().toString(), content);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Replaces the files in the checkout with these. */
  static void commit(Map<String, String> files) {
    try {
      for (String file : committed().keySet()) {
        Files.delete(PATH.resolve(file));
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(PATH.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that the chart renders now, by name. */
  static SortedMap<String, String> rendered() {
    SortedMap<String, String> files = new TreeMap<>();
    for (String document : documents()) {
      JsonNode object = Chart.parse(document).get(0);
      String component = object.at("/metadata/labels/app.kubernetes.io~1component").asText();
      if (!component.equals("test")) {
        files.merge(component + ".yaml", HEADER + document, (all, one) -> all + "---\n" + document);
      }
    }
    files.put(KUSTOMIZATION, kustomization(files));
    return files;
  }

  /** The manifests without the labels and comments of Helm, because Helm does not manage them. */
  private static Iterable<String> documents() {
    String manifests =
        Chart.manifests(
            "microstorm",
            Chart.PATH.resolve("ci/minimal-values.yaml"),
            PATH.resolve("values.yaml"));
    return Stream.of(manifests.split("(?m)^---\\s*$"))
            .map(
                document ->
                    document.replaceAll(
                        "(?m)^ +(helm\\.sh/chart|app\\.kubernetes\\.io/managed-by): .*\n", ""))
            .map(document -> document.replaceAll("(?m)^# Source: .*\n", ""))
            .map(document -> document.replaceAll("(?m)[ \t]+$", "").strip() + "\n")
            .filter(document -> !Chart.parse(document).isEmpty())
        ::iterator;
  }

  private static String kustomization(Map<String, String> files) {
    return HEADER
        + """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: microstorm
        resources:
        """
        + files.keySet().stream().map("  - %s\n"::formatted).collect(Collectors.joining());
  }
}
