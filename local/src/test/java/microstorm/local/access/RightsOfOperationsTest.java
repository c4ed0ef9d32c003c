package microstorm.local.access;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The second table of rights in the documentation agrees with the access matrix. */
class RightsOfOperationsTest {

  private static final Path DOCUMENT = Path.of("../docs/rights.md");
  private static final Pattern OPERATIONS = Pattern.compile("`([A-Z, ]+) (/api[^`]*)`");

  private static final Set<Caller> ALL =
      EnumSet.of(
          Caller.PARTICIPANT, Caller.OBSERVER, Caller.FACILITATOR, Caller.OWNER, Caller.MEMBER);

  /** A secret decides, and the matrix has requests with a wrong one. */
  private static final String WITH_A_SECRET = "whoever has the key or code";

  /** The words of the table for the roles. */
  private static final Map<String, Set<Caller>> WORDS =
      Map.of(
          "everybody", ALL,
          "everybody with a seat, owners, members", ALL,
          "owners, members", EnumSet.of(Caller.OWNER, Caller.MEMBER),
          "owners", EnumSet.of(Caller.OWNER),
          "those who lead", EnumSet.of(Caller.FACILITATOR, Caller.OWNER, Caller.MEMBER),
          "participants, facilitators", EnumSet.of(Caller.PARTICIPANT, Caller.FACILITATOR));

  private record Right(String who, List<String> operations) {}

  private static List<Right> table() {
    try {
      String text = Files.readString(DOCUMENT);
      return text.substring(text.indexOf("## Everything else"))
          .lines()
          .filter(line -> line.startsWith("| ") && line.contains("/api"))
          .map(line -> line.split("\\|"))
          .map(cells -> new Right(cells[2].strip(), operations(cells[3])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> operations(String cell) {
    return OPERATIONS.matcher(cell).results().flatMap(RightsOfOperationsTest::each).toList();
  }

  private static Stream<String> each(MatchResult several) {
    return Arrays.stream(several.group(1).split(", "))
        .map(method -> method + " " + several.group(2));
  }

  /** Those whose role permits the operation; the phase or the content may still forbid it. */
  private static Set<Caller> permitted(Operations.Row row) {
    Set<Caller> permitted = EnumSet.copyOf(ALL);
    permitted.removeIf(caller -> row.answerFor(caller) == 403);
    return permitted;
  }

  @Test
  void everyOperationIsForTheRolesOfItsLine() {
    Map<String, Operations.Row> matrix =
        Operations.table().stream().collect(toMap(Operations.Row::operation, identity()));
    assertSoftly(
        softly -> {
          for (Right right : table()) {
            if (right.who.equals(WITH_A_SECRET)) {
              continue;
            }
            softly.assertThat(WORDS).as(right.who).containsKey(right.who);
            for (String operation : right.operations) {
              softly.assertThat(matrix).containsKey(operation);
              softly
                  .assertThat(permitted(matrix.get(operation)))
                  .as(operation)
                  .isEqualTo(WORDS.get(right.who));
            }
          }
        });
  }

  /** The changes of a board are in the first table. */
  @Test
  void everyOperationOutsideOfABoardHasALine() {
    assertThat(table().stream().flatMap(right -> right.operations.stream()))
        .doesNotHaveDuplicates()
        .filteredOn(operation -> !operation.contains(" /api/boards/"))
        .containsExactlyInAnyOrderElementsOf(
            Operations.table().stream()
                .map(Operations.Row::operation)
                .filter(operation -> !operation.contains(" /api/boards/"))
                .toList());
  }
}
