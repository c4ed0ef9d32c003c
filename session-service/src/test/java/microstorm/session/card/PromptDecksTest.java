package microstorm.session.card;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromptDecksTest {

  private static final UUID ANA = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID BEN = UUID.fromString("0190a000-0000-7000-8000-000000000002");

  static Stream<PromptDeck> decks() {
    PromptDecks all = new PromptDecks();
    return Stream.of("en", "de").flatMap(language -> all.in(language).stream());
  }

  private static List<String> drawn(PromptDeck deck, long seed, UUID drawer, int count) {
    return IntStream.range(0, count).mapToObj(n -> deck.draw(seed, drawer, n)).toList();
  }

  @Test
  void thereAreSeveralDecksWithUniqueNames() {
    PromptDecks all = new PromptDecks();
    assertThat(all.in("en"))
        .extracting(PromptDeck::name)
        .hasSizeGreaterThanOrEqualTo(3)
        .doesNotHaveDuplicates();
    assertThat(all.in("de"))
        .usingElementComparator(
            comparing(PromptDeck::name).thenComparing(deck -> deck.cards().size()))
        .containsExactlyElementsOf(all.in("en"));
    assertThat(all.in("de").stream().map(PromptDeck::title))
        .doesNotContainAnyElementsOf(all.in("en").stream().map(PromptDeck::title).toList());
  }

  @ParameterizedTest
  @MethodSource("decks")
  void noCardRepeatsBeforeAllWereDrawn(PromptDeck deck) {
    assertThat(deck.cards()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(7);
    int size = deck.cards().size();
    List<String> drawn = drawn(deck, 7, ANA, 4 * size);
    for (int round = 0; round < 4; round++) {
      assertThat(drawn.subList(round * size, (round + 1) * size))
          .containsExactlyInAnyOrderElementsOf(deck.cards());
    }
    for (int n = 1; n < drawn.size(); n++) {
      assertThat(drawn.get(n)).isNotEqualTo(drawn.get(n - 1));
    }
  }

  @ParameterizedTest
  @MethodSource("decks")
  void theOrderFollowsFromTheSeedAndTheDrawer(PromptDeck deck) {
    assertThat(drawn(deck, 7, ANA, 7)).isEqualTo(drawn(deck, 7, ANA, 7));
    assertThat(drawn(deck, 7, ANA, 7)).isNotEqualTo(drawn(deck, 8, ANA, 7));
    assertThat(drawn(deck, 7, ANA, 7)).isNotEqualTo(drawn(deck, 7, BEN, 7));
  }

  /** The order is fixed here, so that the test notices a version or machine with another order. */
  @Test
  void theOrderIsTheSameEverywhere() {
    PromptDeck deck =
        new PromptDeck("letters", "Letters", List.of("a", "b", "c", "d", "e", "f", "g"));
    assertThat(String.join("", drawn(deck, 42, ANA, 14))).isEqualTo("abdfcgefegabcd");
  }

  @Test
  void aGroupsOwnDeckMayBeSmall() {
    assertThat(drawn(new PromptDeck("own", "Own", List.of("a")), 7, ANA, 3)).containsOnly("a");
    for (long seed = 0; seed < 8; seed++) {
      assertThat(
              String.join("", drawn(new PromptDeck("own", "Own", List.of("a", "b")), seed, ANA, 8)))
          .isIn("abababab", "babababa");
    }
  }

  @Test
  void anUnusableDeckStopsTheStart() {
    assertThatThrownBy(() -> new PromptDeck("none", "None", List.of()))
        .hasMessageContaining("none");
    assertThatThrownBy(
            () -> new PromptDeck("blank", "Blank", List.of("a", "b", "c", "d", "e", "f", " ")))
        .hasMessageContaining("blank");
  }
}
