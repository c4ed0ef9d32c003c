package microstorm.session.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.arc.Lock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import microstorm.web.problem.CommonProblem;

/**
 * The description of the whole API, merged from those of the three services, which the build copies
 * into this one. It is merged when somebody first asks for it, because few do.
 */
@ApplicationScoped
@Lock
class ApiDescription {

  private static final String INTRODUCTION =
      """
      Microstorm runs micro brainstorming sessions and keeps the log of what came out.

      Three services answer on one address. Times are in UTC (ISO 8601), ids are UUIDs, and a missing \
      value is absent. Refusals are problem+json; `/api/problems` explains their types.""";

  private String json;
  private String yaml;
  private List<ProblemEntry> problems;

  /** The description as JSON. */
  String json() {
    load();
    return json;
  }

  /** The description as YAML. */
  String yaml() {
    load();
    return yaml;
  }

  /** The problem types of all services, sorted by status and id. */
  List<ProblemEntry> problems() {
    load();
    return problems;
  }

  /** The merged description as a tree. */
  static ObjectNode merged() {
    DescriptionMerge merge =
        new DescriptionMerge("3.1.0", "Microstorm", "1", INTRODUCTION)
            .add("Session", read("session-service"))
            .add("Board", read("idea-service"))
            .add("Report", read("report-service"));
    return merge.result();
  }

  /**
   * The problem types that operations of a description raise, and those that can occur at any path.
   */
  static List<ProblemEntry> problems(JsonNode description) {
    List<ProblemEntry> entries = new ArrayList<>();
    StreamSupport.stream(description.path("x-problems").spliterator(), false)
        .map(ProblemEntry::of)
        .forEach(entries::add);
    Stream.of(CommonProblem.values())
        .map(ProblemEntry::of)
        .filter(common -> entries.stream().noneMatch(entry -> entry.id().equals(common.id())))
        .toList()
        .forEach(entries::add);
    entries.sort(Comparator.comparingInt(ProblemEntry::status).thenComparing(ProblemEntry::id));
    return List.copyOf(entries);
  }

  private void load() {
    if (json != null) {
      return;
    }
    try {
      ObjectNode merged = merged();
      problems = problems(merged);
      yaml = new YAMLMapper().writeValueAsString(merged);
      json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(merged);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(String service) {
    String file = "/api-docs/" + service + "/openapi.yaml";
    try (InputStream description = ApiDescription.class.getResourceAsStream(file)) {
      return (ObjectNode) new YAMLMapper().readTree(description);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
