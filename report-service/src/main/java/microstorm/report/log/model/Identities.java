package microstorm.report.log.model;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Derives ids from content (UUIDv5, RFC 9562), so that a new edition of a log yields the same ids
 * as an earlier one.
 */
public final class Identities {
  private final NameBasedGenerator generator;
  private final Map<String, Integer> occurrences = new HashMap<>();
  private final Set<UUID> sessions = new HashSet<>();
  private final Set<UUID> deleted;

  /**
   * @param namespace the id of the team for sessions, the id of the session for topics and ideas
   */
  public Identities(UUID namespace) {
    this(namespace, Set.of());
  }

  /**
   * @param deleted ids of deleted sessions, which no session gets again
   */
  public Identities(UUID namespace, Set<UUID> deleted) {
    this.deleted = deleted;
    this.generator = Generators.nameBasedGenerator(namespace);
  }

  /**
   * The next free id for the identity of a session. The search continues after the previous session
   * with this identity.
   */
  public UUID session(SessionContent content) {
    String name = "session/" + content.identity();
    UUID id;
    do {
      int n = occurrences.merge(name, 1, Integer::sum);
      id = generator.generate(n == 1 ? name : name + "#" + n);
    } while (deleted.contains(id) || !sessions.add(id));
    return id;
  }

  public UUID topic(UUID parentId, String title) {
    return next("topic/" + text(parentId) + "/" + title);
  }

  public UUID idea(UUID topicId, IdeaKind kind, String text) {
    return next("idea/" + text(topicId) + "/" + kind + "/" + text);
  }

  /** The next free id for a part of the outcome, such as an action, with this text. */
  public UUID part(String kind, String text) {
    return next(kind + "/" + text);
  }

  private UUID next(String name) {
    return generator.generate(name + "#" + occurrences.merge(name, 1, Integer::sum));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
