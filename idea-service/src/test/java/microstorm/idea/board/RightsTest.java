package microstorm.idea.board;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** The table of rights in the documentation is the one that the service enforces. */
class RightsTest {

  private static final Path DOCUMENT = Path.of("../docs/rights.md");
  private static final Set<String> ROLES =
      Set.of("owner", "member", "facilitator", "participant", "observer");

  /** The words of the table for the roles. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "participants, facilitators", Set.of("participant", "facilitator"),
          "its author", Set.of("participant", "facilitator"),
          "those who lead", Set.of("facilitator", "owner", "member"),
          "owners", Set.of("owner"),
          "everybody except observers", Set.of("participant", "facilitator", "owner", "member"));

  private record Right(Set<String> roles, Set<Phase> phases, ActivityRules rule) {

    static Right of(String line) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      return new Right(
          WORDS.get(cells.get(3)),
          Arrays.stream(cells.get(4).split(", "))
              .map(name -> Phase.valueOf(name.toUpperCase(Locale.ROOT)))
              .collect(toCollection(() -> EnumSet.noneOf(Phase.class))),
          ActivityRules.valueOf(cells.get(5).replace("`", "")));
    }
  }

  private static List<Right> table() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .filter(line -> line.matches("\\|.*\\| `[A-Z_]+` \\|"))
        .map(Right::of)
        .toList();
  }

  private static boolean isPermitted(Runnable check) {
    try {
      check.run();
      return true;
    } catch (ProblemException refusal) {
      return false;
    }
  }

  private static Board board(Phase phase, UUID breakId) {
    return new Board(
        UUID.randomUUID(),
        UUID.randomUUID(),
        phase,
        1,
        null,
        true,
        3,
        false,
        breakId,
        0,
        "en",
        false,
        false);
  }

  @Test
  void everyLineNamesTheRolesAndPhasesOfItsRule() throws IOException {
    List<Right> table = table();
    assertThat(table).extracting(Right::rule).contains(ActivityRules.values());
    assertSoftly(
        softly -> {
          for (Right right : table) {
            Set<String> roles =
                ROLES.stream()
                    .filter(role -> isPermitted(() -> right.rule.checkRole(role)))
                    .collect(toUnmodifiableSet());
            softly.assertThat(right.roles).as("roles of %s", right.rule).isEqualTo(roles);
            Set<Phase> phases =
                Stream.of(Phase.values())
                    .filter(phase -> isPermitted(() -> right.rule.checkPhase(board(phase, null))))
                    .collect(toUnmodifiableSet());
            softly.assertThat(right.phases).as("phases of %s", right.rule).isEqualTo(phases);
          }
        });
  }

  @Test
  void onlyContentIsRemovedInABreak() {
    assertThat(ActivityRules.values())
        .filteredOn(
            rule -> isPermitted(() -> rule.checkPhase(board(Phase.SHARING, UUID.randomUUID()))))
        .containsExactlyInAnyOrder(ActivityRules.MODERATE, ActivityRules.MODERATE_LATER);
  }
}
