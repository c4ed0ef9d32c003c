package microstorm.report.edition;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Ids for new sessions. A session whose date and title another session had before a correction
 * cannot have the id that is derived from them.
 */
public final class FreeIds {

  private final Set<UUID> taken;

  /**
   * Begins with the ids of a team.
   *
   * @param known the sessions of the log book
   * @param deleted the ids of deleted sessions, which no session gets again
   */
  public FreeIds(List<LogSessions.Known> known, Set<UUID> deleted) {
    taken = new HashSet<>(deleted);
    known.forEach(one -> taken.add(one.sessionId()));
  }

  /** This id, or one derived from it if it is taken. It is taken from now on. */
  public UUID next(UUID derivedId) {
    if (taken.add(derivedId)) {
      return derivedId;
    }
    NameBasedGenerator others = Generators.nameBasedGenerator(derivedId);
    for (int n = 1; ; n++) {
      UUID other = others.generate("other/" + n);
      if (taken.add(other)) {
        return other;
      }
    }
  }
}
