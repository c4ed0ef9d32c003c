package microstorm.session.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.arc.Lock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import microstorm.http.answer.StaticDocument;
import microstorm.http.problem.CommonProblem;

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
      value is absent. Refusals are problem+json; `/api/problems` explains their types.\
      """;

  private final ObjectMapper mapper;
  private StaticDocument json;
  private StaticDocument yaml;
  private StaticDocument problemList;
  private StaticDocument problemPage;

  ApiDescription(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The description as JSON. */
  StaticDocument json() {
    load();
    return json;
  }

  /** The description as YAML. */
  StaticDocument yaml() {
    load();
    return yaml;
  }

  /** The problem types of all services as JSON, sorted by status and id. */
  StaticDocument problemList() {
    load();
    return problemList;
  }

  /** The problem types of all services as a web page. */
  StaticDocument problemPage() {
    load();
    return problemPage;
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

  static String json(JsonNode description) {
    return write(new ObjectMapper().writerWithDefaultPrettyPrinter(), description);
  }

  static String yaml(JsonNode description) {
    return write(new YAMLMapper().writer(), description);
  }

  private void load() {
    if (problemPage != null) {
      return;
    }
    ObjectNode merged = merged();
    List<ProblemEntry> problems = problems(merged);
    json = document(MediaType.APPLICATION_JSON, json(merged));
    yaml = document("application/yaml", yaml(merged));
    problemList =
        document(MediaType.APPLICATION_JSON, write(mapper.writer(), new ProblemList(problems)));
    problemPage = document("text/html;charset=UTF-8", ProblemsPage.html(problems));
  }

  private static StaticDocument document(String mediaType, String text) {
    return StaticDocument.of(mediaType, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
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
