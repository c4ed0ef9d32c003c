package microstorm.session.card;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.http.Secrets;

/**
 * Cards for writers who are stuck: questions that show the problem from another side ("relaxed,
 * informal ... lateral thinking").
 *
 * @param name the name in the API
 * @param title the name for people
 * @param cards the texts, at most 200 characters each
 */
public record PromptDeck(String name, String title, List<String> cards) {

  private static final int MAX_LENGTH = 200;

  /** Checks the deck at the start, so that an error does not first show in a session. */
  public PromptDeck {
    cards = List.copyOf(cards);
    if (cards.isEmpty()) {
      throw new IllegalArgumentException("The deck " + name + " has no cards.");
    }
    for (String card : cards) {
      if (card.isBlank() || card.length() > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "A card of the deck " + name + " must have 1 to 200 characters: " + card);
      }
    }
  }

  /**
   * The n-th card of a drawer, from 0. The order depends only on the seed and the drawer, so that
   * it is the same after a restart and on every replica. No card comes twice before all have come.
   */
  public String draw(long seed, UUID drawer, int n) {
    int round = cards.size() > 2 ? n / cards.size() : 0; // two cards alternate
    return cards.get(order(seed, drawer, round).get(n % cards.size()));
  }

  /** The order of one round. Its first card differs from the last one of the previous round. */
  private List<Integer> order(long seed, UUID drawer, int round) {
    List<Integer> order = new ArrayList<>(shuffled(seed, drawer, round));
    if (round > 0) {
      List<Integer> before = shuffled(seed, drawer, round - 1);
      if (order.get(0).equals(before.get(before.size() - 1))) {
        Collections.swap(order, 0, 1);
      }
    }
    return order;
  }

  /** Sorts the cards by a hash, which is the same on every machine. */
  private List<Integer> shuffled(long seed, UUID drawer, int round) {
    return IntStream.range(0, cards.size())
        .boxed()
        .sorted(Comparator.comparing(card -> rank(seed, drawer, round, card)))
        .toList();
  }

  private String rank(long seed, UUID drawer, int round, int card) {
    ByteBuffer key = ByteBuffer.allocate(4 * Long.BYTES);
    key.putLong(seed).put(Secrets.bytes(drawer)).putInt(round).putInt(card);
    return HexFormat.of().formatHex(Secrets.hash(key.array()));
  }
}
