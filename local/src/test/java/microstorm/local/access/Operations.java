package microstorm.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads the operations that the services describe, and the table of expected statuses. */
final class Operations {

  private static final List<String> SERVICES =
      List.of("session-service", "idea-service", "report-service");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Path TABLE = Path.of("src/test/resources/access/matrix.txt");
  private static final int CALLERS = Caller.values().length;

  private Operations() {}

  /**
   * A line of the table.
   *
   * @param answers the expected status for each caller
   * @param body null if there is none
   */
  record Row(String method, String path, List<Integer> answers, String body) {

    String operation() {
      return method + " " + path;
    }

    int answerFor(Caller caller) {
      return answers.get(caller.ordinal());
    }

    /** Whether the token's role alone decides: people without a seat in the session get 403. */
    boolean isForRoles() {
      return answerFor(Caller.STRANGER) == 403;
    }

    boolean hasTarget() {
      return path.contains("{id}") || path.contains("{sessionId}");
    }
  }

  /** Every operation in the services' descriptions. */
  static Set<String> described() {
    Set<String> operations = new TreeSet<>();
    for (String service : SERVICES) {
      JsonNode paths = yaml(Path.of("..", service, "openapi.yaml")).path("paths");
      paths
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .fieldNames()
                      .forEachRemaining(
                          method -> {
                            if (METHODS.contains(method)) {
                              operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                            }
                          }));
    }
    return operations;
  }

  static List<Row> table() {
    try {
      List<Row> rows = new ArrayList<>();
      for (String line : Files.readAllLines(TABLE)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(row(line.split(" +", CALLERS + 3)));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String[] cells) {
    List<Integer> answers = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      answers.add(Integer.valueOf(cells[caller + 2]));
    }
    String body = cells.length > CALLERS + 2 ? cells[CALLERS + 2] : null;
    return new Row(cells[0], cells[1], answers, body);
  }

  private static JsonNode yaml(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
