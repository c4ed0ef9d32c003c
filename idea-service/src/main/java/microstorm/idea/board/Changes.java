package microstorm.idea.board;

import java.util.List;
import java.util.UUID;

/**
 * What changed on a board since a number, of one kind of thing. Every kind has one such bean; the
 * live streams ask them all. Runs in the caller's transaction.
 */
public interface Changes {

  /** Everything of this kind whose last change has a higher number, in any order. */
  List<Change> since(UUID sessionId, long seq);
}
