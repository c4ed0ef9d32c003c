package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microstorm.helm.fixture.Chart;
import microstorm.helm.fixture.ChartReadme;
import microstorm.helm.fixture.ValueComments;
import org.junit.jupiter.api.Test;

/** The chart's README describes every key of values.yaml as it is now. */
class ChartReadmeTest {

  private static final String UPDATE = "microstorm.chart-readme.update";

  @Test
  void theReadmeMatchesTheValues() {
    String generated = ChartReadme.generate();
    if (Boolean.getBoolean(UPDATE)) {
      ChartReadme.commit(generated);
    }
    assertThat(ChartReadme.committed())
        .as(
            "helm/microstorm/README.md does not match values.yaml:"
                + " run mvn -pl helm -am test -Dtest=ChartReadmeTest -D%s=true to update it",
            UPDATE)
        .isEqualTo(generated);
  }

  @Test
  void everyKeyHasADescription() {
    assertThat(keys()).allSatisfy(key -> assertThat(key.description()).as(key.path()).isNotBlank());
  }

  /** If an object is written on one line, its keys are part of its default. */
  @Test
  void noKeyIsMissing() throws IOException {
    JsonNode values = Chart.parse(Files.readString(Chart.PATH.resolve("values.yaml"))).get(0);
    assertThat(pathsOf("", values)).hasSizeGreaterThan(100).allMatch(ChartReadmeTest::isListed);
  }

  private static boolean isListed(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return keys().stream()
        .anyMatch(
            key ->
                path.equals(key.path())
                    || path.startsWith(key.path() + ".") && key.written().contains(name + ":"));
  }

  private static List<String> pathsOf(String prefix, JsonNode object) {
    List<String> paths = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      paths.add(prefix + field.getKey());
      paths.addAll(pathsOf(prefix + field.getKey() + ".", field.getValue()));
    }
    return paths;
  }

  private static List<ValueComments.Key> keys() {
    return ChartReadme.values().stream().flatMap(section -> section.keys().stream()).toList();
  }

  @Test
  void aCommentAppliesToTheKeysBelowIt() {
    String yaml = "## Title\na: # Own\n  # Above.\n  b: 1\n  c: {}\n  d: [] # Its own\n  e: x\n";
    assertThat(ValueComments.of(yaml))
        .singleElement()
        .satisfies(
            section ->
                assertThat(section.keys())
                    .containsExactly(
                        new ValueComments.Key("a", "object", "", "Own"),
                        new ValueComments.Key("a.b", "integer", "1", "Above."),
                        new ValueComments.Key("a.c", "object", "{}", "Above."),
                        new ValueComments.Key("a.d", "list", "[]", "Its own"),
                        new ValueComments.Key("a.e", "string", "x", "")));
  }
}
