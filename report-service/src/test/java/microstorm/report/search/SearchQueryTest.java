package microstorm.report.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import microstorm.http.problem.ProblemException;
import microstorm.report.search.SearchQuery.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query language, typing mistakes and marked pieces. */
class SearchQueryTest {

  private static Term word(String text) {
    return new Term(text, false, false, false);
  }

  @Test
  void wordsPhrasesBeginningsAndExclusionsAreRead() {
    assertThat(SearchQuery.parse("  calm -loud \"two words\" begin* -\"not this\" … ").terms())
        .containsExactly(
            word("calm"),
            new Term("loud", true, false, false),
            new Term("two words", false, false, true),
            new Term("begin*", false, true, false),
            new Term("not this", true, false, true));
    assertThat(SearchQuery.parse("„zwei Worte“ e-mail").terms())
        .containsExactly(new Term("zwei Worte", false, false, true), word("e-mail"));
    assertThat(SearchQuery.parse("\"never closed").terms())
        .containsExactly(new Term("never closed", false, false, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "-", "\"\"", "...", "-no", "ab*", "1 2 3 4 5 6 7 8 9 10 11"})
  void queriesWithoutAWordToLookForAreRefused(String query) {
    assertThatThrownBy(() -> SearchQuery.parse(query)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "silence, silence, 0",
    "silnece, silence, 1",
    "silense, silence, 1",
    "meting, meeting, 1",
    "meeeting, meeting, 1",
    "kitten, sitting, 3",
    "ab, ba, 1",
    "a, '', 1"
  })
  void typingMistakesAreCounted(String one, String other, int mistakes) {
    assertThat(EditDistance.between(one, other)).isEqualTo(mistakes);
    assertThat(EditDistance.between(other, one)).isEqualTo(mistakes);
  }

  @Test
  void markedPiecesOfAllCopiesAreJoined() {
    String copy = "a \ue000b\ue001 c d";
    String other = "a b \ue000c\ue001 d";
    assertThat(TextSegments.of("a b c d", List.of(copy, other), List.of("d")))
        .containsExactly(
            new TextSegment("a ", false),
            new TextSegment("b", true),
            new TextSegment(" ", false),
            new TextSegment("c", true),
            new TextSegment(" ", false),
            new TextSegment("d", true));
  }

  @Test
  void anExcerptSplitsNoCharacter() {
    String text = "\ud83d\ude00".repeat(400);
    for (int shift = 0; shift < 2; shift++) {
      String shifted = "x".repeat(shift) + text + " needle";
      String marked = shifted.replace("needle", "\ue000needle\ue001");
      TextSegments.of(shifted, List.of(marked), List.of())
          .forEach(
              segment ->
                  assertThat(segment.text().codePoints())
                      .noneMatch(
                          c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
  }
}
