package microstorm.session.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemType;
import microstorm.http.problem.SharedProblem;
import microstorm.messaging.ManagementProblem;
import microstorm.testing.contract.OpenApiDrift;
import org.junit.jupiter.api.Test;

/** The descriptions and catalogues of the three services fit together. */
class MergedDescriptionTest {

  private static final List<String> SERVICES =
      List.of("session-service", "idea-service", "report-service");
  private static final String REFERENCE = "#/components/";

  /** No operation raises them: any path, or the gateway, answers with them. */
  private static final Set<String> WITHOUT_OPERATION =
      Set.of("method-not-allowed", "too-many-connections");

  private final JsonNode merged = ApiDescription.merged();

  /** JSON and YAML have the same content. {@code .ci/openapi-lint} checks the written file. */
  @Test
  void theDescriptionIsJsonAndYaml() throws IOException {
    String yaml = ApiDescription.yaml(merged);
    assertThat(new ObjectMapper().readTree(ApiDescription.json(merged))).isEqualTo(merged);
    assertThat(new YAMLMapper().readTree(yaml)).isEqualTo(merged);
    Path file = Path.of("target/openapi/microstorm.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml, StandardCharsets.UTF_8);
  }

  @Test
  void everyReferenceHasATarget() {
    Set<String> broken = new TreeSet<>();
    for (JsonNode reference : merged.findValues("$ref")) {
      String target = reference.asText();
      if (!target.startsWith(REFERENCE) || merged.at(target.substring(1)).isMissingNode()) {
        broken.add(target);
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyOperationIsInTheMergedDescription() throws IOException {
    int operations = 0;
    for (String service : SERVICES) {
      operations += description(service).findValues("responses").size() - 1;
    }
    assertThat(merged.findValues("responses")).hasSize(operations + 1);
  }

  @Test
  void anOperationIdIsUnique() {
    List<String> ids =
        merged.path("paths").findValues("operationId").stream().map(JsonNode::asText).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void aProblemOfTwoServicesComesFromOneCatalogue() throws IOException {
    Set<String> shared =
        Stream.of(CommonProblem.values(), SharedProblem.values())
            .flatMap(Stream::of)
            .map(ProblemType::id)
            .collect(Collectors.toSet());
    Set<String> known = new HashSet<>();
    for (String service : SERVICES) {
      for (JsonNode problem : description(service).path("x-problems")) {
        String id = problem.path("id").asText();
        if (!known.add(id)) {
          assertThat(shared).as("problem types of several services").contains(id);
        }
      }
    }
  }

  @Test
  void everyCommonProblemOccurs() {
    Set<String> used = new TreeSet<>(WITHOUT_OPERATION);
    merged.path("x-problems").forEach(problem -> used.add(problem.path("id").asText()));
    assertThat(used).containsAll(Stream.of(CommonProblem.values()).map(CommonProblem::id).toList());
  }

  @Test
  void thePageOfTheProblemsIsUpToDate() throws IOException {
    String generated = ProblemsPage.markdown(ApiDescription.problems(merged));
    assertThat(
            OpenApiDrift.committed(
                Path.of("../docs/problems.md"), "microstorm.problems.update", generated))
        .isEqualTo(generated);
  }

  @Test
  void theManagementPortUsesTheCatalogue() {
    for (ManagementProblem problem : ManagementProblem.values()) {
      CommonProblem common = CommonProblem.valueOf(problem.name());
      assertThat(problem.status()).isEqualTo(common.status());
      assertThat(problem.title()).isEqualTo(common.title());
      assertThat(problem.type()).endsWith("#" + common.id());
    }
  }

  @Test
  void theGatewayUsesTheCatalogue() throws IOException {
    String gateway = Files.readString(Path.of("../compose/nginx.conf"), StandardCharsets.UTF_8);
    Map<String, String> titles = map(gateway, "title");
    Map<String, String> ids = map(gateway, "problem");
    assertThat(titles.keySet()).isEqualTo(ids.keySet()).contains("503");
    ids.forEach((status, id) -> assertKnown(status, id, titles.get(status)));
  }

  @Test
  void theProxyOfTheLauncherUsesTheCatalogue() throws IOException {
    String proxy =
        Files.readString(
            Path.of("../local/src/main/java/microstorm/local/Proxy.java"), StandardCharsets.UTF_8);
    Matcher problem =
        Pattern.compile(
                "\"type\":\"/api/problems#([a-z-]+)\",\"title\":\"([^\"]+)\",[\\s\\\\]*"
                    + "\"status\":(\\d+)")
            .matcher(proxy);
    List<String> found = new ArrayList<>();
    while (problem.find()) {
      found.add(problem.group(1));
      assertKnown(problem.group(3), problem.group(1), problem.group(2));
    }
    assertThat(found).isNotEmpty();
  }

  private void assertKnown(String status, String id, String title) {
    ProblemEntry entry =
        ApiDescription.problems(merged).stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new AssertionError(id + " is in no catalogue"));
    assertThat(entry.title()).isEqualTo(title);
    if (!status.equals("default")) {
      assertThat(entry.status()).isEqualTo(Integer.parseInt(status));
    }
  }

  /** A {@code map $status} of nginx. */
  private static Map<String, String> map(String configuration, String variable) {
    Matcher block =
        Pattern.compile("map \\$status \\$" + variable + " \\{([^}]*)}").matcher(configuration);
    assertThat(block.find()).isTrue();
    Map<String, String> values = new HashMap<>();
    for (String line : block.group(1).strip().split("\n")) {
      String[] pair = line.strip().replace(";", "").split(" ", 2);
      values.put(pair[0], pair[1].replace("\"", ""));
    }
    return values;
  }

  private static JsonNode description(String service) throws IOException {
    return new YAMLMapper().readTree(Path.of("..", service, "openapi.yaml").toFile());
  }
}
