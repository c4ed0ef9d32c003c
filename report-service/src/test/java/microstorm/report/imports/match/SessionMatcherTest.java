package microstorm.report.imports.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.report.imports.match.SessionMatcher.Here;
import microstorm.report.imports.match.SessionMatcher.Parsed;
import microstorm.report.imports.match.SessionMatcher.Result;
import microstorm.report.log.Logs;
import microstorm.report.log.model.ParsedSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sessions of a log are the same as sessions that are here. */
class SessionMatcherTest {

  private static final String LONG =
      """
      - an idea about the lunch that nobody has had before
      - another one, which is about the walk after the lunch
      - the third one, about coffee
      - the fourth one, about tea
      """;

  private final Map<UUID, SessionText> texts = new HashMap<>();
  private final List<Here> here = new ArrayList<>();
  private final List<Parsed> parsed = new ArrayList<>();

  private static ParsedSession read(String body) {
    return Logs.parse("### Session : 1\n\n" + body).sessions().get(0);
  }

  private static Heading heading(Integer number, String title, String date) {
    return new Heading(number, title, date == null ? null : LocalDate.parse(date));
  }

  private UUID here(Heading heading, String body) {
    UUID id = UUID.randomUUID();
    texts.put(id, SessionText.of(read(body).content()));
    here.add(new Here(id, heading, texts.get(id).hash()));
    return id;
  }

  private UUID parsed(Heading heading, String body) {
    UUID id = UUID.randomUUID();
    parsed.add(new Parsed(id, heading, SessionText.of(read(body).content())));
    return id;
  }

  private Result match() {
    return SessionMatcher.match(parsed, here, (one, other) -> false, this::read);
  }

  private Map<UUID, SessionText> read(List<UUID> ids) {
    Map<UUID, SessionText> found = new HashMap<>(texts);
    found.keySet().retainAll(ids);
    return found;
  }

  /** In the last two rows nothing is the same any more, so they are controls. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1, Lunch, 2020-05-07, 2, Walk, 2020-05-07, true",
        "1, Lunch, 2020-05-07, 1, Walk, 2021-12-31, true",
        "1, Lunch, 2020-05-07, 9, Lunch, 2021-12-31, true",
        "-, Lunch, 2020-05-07, -, Walk, 2020-05-07, true",
        "1, Lunch, 2020-05-07, 2, Walk, 2021-12-31, false",
        "-, -, 2020-05-07, -, -, 2021-12-31, false"
      })
  void aLongTextIsTheSameIfNumberTitleOrDateIs(
      Integer number,
      String title,
      String date,
      Integer newNumber,
      String newTitle,
      String newDate,
      boolean same) {
    UUID there = here(heading(number, title, date), LONG);
    UUID log = parsed(heading(newNumber, newTitle, newDate), LONG);
    Result result = match();
    if (same) {
      assertThat(result.matches().get(log).sessionId()).isEqualTo(there);
      assertThat(result.matches().get(log).by()).isEqualTo(Match.By.SAME_TEXT);
      assertThat(result.matches().get(log).reason()).startsWith("The text is the same, and so is");
    } else {
      assertThat(result.matches()).isEmpty();
      assertThat(result.unclear().get(log)).isEqualTo(NoMatch.OTHER_HEADING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, Parallel work, 2020-05-06, true",
    "1, Paralel work, 2021-05-07, true",
    "2, Paralel work, 2020-05-07, false",
    "1, Another thing, 2020-05-07, false",
    "1, Paralel work, 2021-06-07, false"
  })
  void aShortTextIsTheSameOnlyAfterASmallCorrection(
      int number, String title, String date, boolean same) {
    here(heading(1, "Paralel work", "2020-05-07"), "- one\n");
    UUID log = parsed(heading(number, title, date), "- one\n");
    assertThat(match().matches().containsKey(log)).isEqualTo(same);
  }

  @Test
  void aSessionWithoutEntriesIsNeverMatched() {
    here(heading(1, "Lunch", "2020-05-07"), "**Participants**: Ana, Ben\n");
    parsed(heading(1, "Lunsh", "2020-05-07"), "**Participants**: Ana, Ben\n");
    assertThat(match().matches()).isEmpty();
  }

  @Test
  void twoSessionsOfTheLogWithTheSameTextAreNew() {
    here(heading(1, "Lunch", "2020-05-07"), LONG);
    UUID one = parsed(heading(2, "Walk", "2020-05-07"), LONG);
    UUID other = parsed(heading(3, "Tea", "2020-05-07"), LONG);
    Result result = match();
    assertThat(result.matches()).isEmpty();
    assertThat(result.unclear()).containsOnlyKeys(one, other);
    assertThat(result.unclear().get(one)).isEqualTo(NoMatch.NOT_UNIQUE);

    parsed.remove(1);
    assertThat(match().matches()).as("control").containsOnlyKeys(one);
  }

  @Test
  void twoSessionsHereWithTheSameTextAreNotMatched() {
    here(heading(1, "Lunch", "2020-05-07"), LONG);
    here(heading(2, "Tea", "2020-05-07"), LONG);
    parsed(heading(3, "Walk", "2020-05-07"), LONG);
    assertThat(match().matches()).isEmpty();
  }

  @Test
  void sessionsWithTheSameTextAreMatchedIfTheirHeadingsDecide() {
    UUID first = here(heading(1, "Retro", "2020-05-07"), LONG);
    UUID second = here(heading(2, "Review", "2020-05-14"), LONG);
    UUID one = parsed(heading(1, "Retro A", "2020-05-07"), LONG);
    UUID other = parsed(heading(2, "Review B", "2020-05-14"), LONG);
    Result result = match();
    assertThat(result.matches().get(one).sessionId()).isEqualTo(first);
    assertThat(result.matches().get(other).sessionId()).isEqualTo(second);
  }

  /** One of five entries differs, then three of them. */
  @Test
  void aSimilarTextOfTheSameDateIsMatched() {
    String before = LONG + "- the fifth one\n";
    UUID there = here(heading(1, "Lunch", "2020-05-07"), before);
    UUID log = parsed(heading(2, "Walk", "2020-05-07"), LONG + "- the last one\n");
    Match match = match().matches().get(log);
    assertThat(match.sessionId()).isEqualTo(there);
    assertThat(match.by()).isEqualTo(Match.By.SIMILAR_TEXT);
    assertThat(match.reason())
        .matches("\\d\\d percent of the text are the same, and so is .*date.");

    parsed.clear();
    parsed(
        heading(2, "Walk", "2020-05-07"),
        LONG.replaceAll("- an.*", "- something that is different from what was here before"));
    assertThat(match().matches()).as("less than three quarters").isEmpty();
  }

  @Test
  void aSimilarTextOfAnotherDateIsANewSession() {
    here(heading(1, "Retro", "2020-05-07"), LONG + "- the fifth one\n");
    parsed(heading(2, "Retro", "2020-06-18"), LONG + "- the last one\n");
    assertThat(match().matches()).isEmpty();
  }

  @Test
  void aSessionThatIsSimilarToTwoIsNew() {
    here(heading(1, "Lunch", "2020-05-07"), LONG + "- the fifth one\n");
    here(heading(2, "Tea", "2020-05-07"), LONG + "- the sixth one\n");
    UUID log = parsed(heading(3, "Walk", "2020-05-07"), LONG + "- the last one\n");
    Result result = match();
    assertThat(result.matches()).isEmpty();
    assertThat(result.unclear().get(log)).isEqualTo(NoMatch.NOT_UNIQUE);
  }

  @Test
  void theSameTextWinsOverASimilarOne() {
    here(heading(1, "Lunch", "2020-05-07"), LONG + "- the fifth one\n");
    UUID same = here(heading(2, "Tea", "2020-05-07"), LONG);
    UUID log = parsed(heading(3, "Walk", "2020-05-07"), LONG);
    assertThat(match().matches().get(log).sessionId()).isEqualTo(same);
  }

  @Test
  void aShortTextThatDiffersIsNotRecognized() {
    here(heading(1, "Lunch", "2020-05-07"), "- one\n- two\n- three\n- four\n");
    UUID log = parsed(heading(1, "Walk", "2020-05-07"), "- one\n- two\n- three\n- five\n");
    Result result = match();
    assertThat(result.matches()).isEmpty();
    assertThat(result.unclear().get(log)).isEqualTo(NoMatch.TOO_SHORT);
  }

  @Test
  void aMatchThatWasSplitIsNotMadeAgain() {
    here(heading(1, "Lunch", "2020-05-07"), LONG);
    UUID log = parsed(heading(1, "Walk", "2020-05-07"), LONG);
    assertThat(SessionMatcher.match(parsed, here, (one, other) -> true, this::read).matches())
        .isEmpty();
    assertThat(match().matches()).as("control").containsOnlyKeys(log);
  }

  @Test
  void aSessionIsFoundUnderItsEarlierDateAndTitle() {
    UUID there = here(heading(1, "Lunch", "2020-05-07"), LONG);
    parsed.add(
        new Parsed(
            there, heading(5, "Old", "2019-01-01"), SessionText.of(read("- x\n").content())));
    assertThat(match().matches().get(there).by()).isEqualTo(Match.By.EARLIER_NAME);
  }

  @Test
  void aTextWithoutAStoredHashIsRead() {
    UUID there = here(heading(1, "Lunch", "2020-05-07"), LONG);
    here.set(0, new Here(there, here.get(0).heading(), null));
    UUID log = parsed(heading(1, "Walk", "2020-05-07"), LONG);
    assertThat(match().matches().get(log).by()).isEqualTo(Match.By.SAME_TEXT);
  }

  /**
   * Thousands of sessions with the same date and text are neither compared nor read without end.
   */
  @Test
  void theWorkIsBounded() {
    SessionText text = SessionText.of(read(LONG).content());
    SessionText other = SessionText.of(read(LONG + "- more\n").content());
    List<Integer> reads = new ArrayList<>();
    IntStream.range(0, 5_000)
        .forEach(
            i -> {
              Heading heading = heading(i, "Title", "2020-05-07");
              here.add(new Here(UUID.randomUUID(), heading, i % 2 == 0 ? null : text.hash()));
              parsed.add(new Parsed(UUID.randomUUID(), heading, i % 3 == 0 ? other : text));
            });
    Result result =
        SessionMatcher.match(
            parsed,
            here,
            (one, two) -> false,
            ids -> {
              reads.add(ids.size());
              return Map.of();
            });
    assertThat(result.matches()).isEmpty();
    assertThat(reads.stream().mapToInt(n -> n).sum()).isLessThanOrEqualTo(2 * SessionMatcher.READ);
    assertThat(reads).allMatch(n -> n <= 20);
  }
}
