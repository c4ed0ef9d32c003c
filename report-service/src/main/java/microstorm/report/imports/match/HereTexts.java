package microstorm.report.imports.match;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Reads the texts of sessions that are here: few at a time, and not more than a limit in total. */
final class HereTexts {

  /** The sessions whose texts are in memory at a time. */
  private static final int CHUNK = 20;

  private final SessionMatcher.TextReader reader;
  private int left;

  /**
   * Begins with nothing read.
   *
   * @param most the sessions that are read in total
   */
  HereTexts(SessionMatcher.TextReader reader, int most) {
    this.reader = reader;
    this.left = most;
  }

  /** Gives each text to the taker; beyond the limit, sessions are left out. */
  void read(List<UUID> sessions, BiConsumer<UUID, SessionText> taker) {
    List<UUID> allowed = sessions.subList(0, Math.min(left, sessions.size()));
    left -= allowed.size();
    for (int from = 0; from < allowed.size(); from += CHUNK) {
      Map<UUID, SessionText> texts =
          reader.read(allowed.subList(from, Math.min(from + CHUNK, allowed.size())));
      texts.forEach(taker);
    }
  }
}
