package microstorm.idea.board;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.Impatient;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each command asks the rule that {@link ActivityRulesTest} checks: in the phases in which the
 * rules differ, for every role, over HTTP.
 */
@IdeaServiceTest
@TestProfile(Impatient.class)
class PermittedCommandsTest {

  /**
   * One line for each command and pairs of role and result for each phase: the status of a
   * permitted command, otherwise the rule.
   */
  private static final Map<String, String> TABLE =
      Map.of(
          "quiet-started",
          """
          topic   facilitator 201         participant quiet       observer observer owner 201
          group   facilitator quiet       participant quiet       observer observer owner seat
          vote    facilitator diverging   participant diverging   observer observer owner seat
          mark    facilitator diverging   participant diverging   observer observer owner seat
          action  facilitator results     participant results     observer observer owner results
          rename  facilitator 404         participant leads       observer leads    owner 404
          """,
          "sharing-started",
          """
          topic   facilitator 201         participant 201         observer observer owner 201
          group   facilitator 201         participant 201         observer observer owner seat
          vote    facilitator diverging   participant diverging   observer observer owner seat
          mark    facilitator diverging   participant diverging   observer observer owner seat
          action  facilitator results     participant results     observer observer owner results
          rename  facilitator 404         participant leads       observer leads    owner 404
          """,
          "converging-started",
          """
          topic   facilitator 201         participant converging  observer observer owner 201
          group   facilitator 201         participant 201         observer observer owner seat
          vote    facilitator 404         participant 404         observer observer owner seat
          mark    facilitator 404         participant 404         observer observer owner seat
          action  facilitator results     participant results     observer observer owner results
          rename  facilitator 404         participant leads       observer leads    owner 404
          """,
          "agreeing-started",
          """
          topic   facilitator 201         participant agreeing    observer observer owner 201
          group   facilitator agreeing    participant agreeing    observer observer owner seat
          vote    facilitator agreeing    participant agreeing    observer observer owner seat
          mark    facilitator agreeing    participant agreeing    observer observer owner seat
          action  facilitator 201         participant 201         observer observer owner 201
          rename  facilitator 404         participant leads       observer leads    owner 404
          """);

  private static final Map<String, String> NAMES =
      Map.of("seat", "not-a-participant", "leads", "not-facilitator", "results", "results-first");

  /** The rules about roles hold in every phase, so their status is 403 and not 409. */
  private static final Set<String> ROLE_RULES =
      Set.of("observer", "not-a-participant", "not-facilitator");

  private LiveBoard board;
  private Map<String, Person> people;

  @BeforeEach
  void plan() {
    board = LiveBoard.in("planned", true);
    people = new HashMap<>(Map.of("owner", board.owner()));
    for (String role : List.of("facilitator", "participant", "observer")) {
      people.put(role, board.stranger(role));
    }
  }

  private Response ask(String command, Person person) {
    UUID absent = UUID.randomUUID();
    String path = "/api/boards/" + board.session + "/" + command.replace("rename", "topic") + "s";
    return switch (command) {
      case "topic" -> board.as(person).body(Map.of("title", "x")).post(path);
      case "group" -> board.as(person).body(Map.of("name", "x")).post(path);
      case "vote" -> board.as(person).body(Map.of("ideaId", absent)).post(path);
      case "mark" ->
          board
              .as(person)
              .body(Map.of("ideaId", absent, "criterionId", absent, "value", 1))
              .post(path);
      case "action" -> board.as(person).body(Map.of("text", "x")).post(path);
      default -> board.as(person).body(Map.of("title", "y")).patch(path + "/" + absent);
    };
  }

  private static String outcome(Response answer) {
    int status = answer.statusCode();
    if (status != 403 && status != 409) {
      return Integer.toString(status);
    }
    String rule = answer.<String>path("type").replaceAll(".*#", "");
    return status == (ROLE_RULES.contains(rule) ? 403 : 409) ? rule : status + " " + rule;
  }

  private void check(String phase, String during, String rows) {
    assertSoftly(
        softly ->
            rows.lines()
                .map(line -> line.split(" +"))
                .forEach(
                    row -> {
                      for (int i = 1; i < row.length; i += 2) {
                        softly
                            .assertThat(outcome(ask(row[0], people.get(row[i]))))
                            .as("%s%s: %s who adds or changes: %s", phase, during, row[i], row[0])
                            .isEqualTo(NAMES.getOrDefault(row[i + 1], row[i + 1]));
                      }
                    }));
  }

  @Test
  void thePhasePermitsTheCommandsOfTheTable() {
    for (String phase :
        List.of("quiet-started", "sharing-started", "converging-started", "agreeing-started")) {
      board.begin(phase);
      check(phase, "", TABLE.get(phase));
    }
  }

  /** In a break permitted commands have to wait, and others are refused for their own reason. */
  @Test
  void aBreakStopsThePermittedCommands() {
    board.begin("sharing-started");
    board.publish("break-started", event -> {});
    Patience.await("the break")
        .until(() -> board.view(board.owner()).get("session.breakId") != null);
    String rows = TABLE.get("sharing-started");
    check("sharing", " in a break", rows.replaceAll("\\b(201|404)\\b", "break-running"));
  }
}
