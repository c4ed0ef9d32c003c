package microstorm.idea.post;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.idea.viewer.WriterKey;

/**
 * Counts the hidden ideas of authors by their slots, because no stored data shows which ideas
 * belong to one person. The slots of a person are numbered without a gap, so it is enough to look
 * for the first one that is free.
 */
@ApplicationScoped
class OwnIdeaCounter {

  private static final String SLOTS = "select slot from idea where slot = any(?)";

  /** A person rarely writes more ideas than this in one batch. */
  private static final int FIRST_LOOK = 3;

  /** 100 bytes each. */
  private static final int REMEMBERED = 50_000;

  /** How many hidden ideas a person had at the last look, by their first slot. */
  private final Cache<UUID, Integer> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record Author(UUID sessionId, WriterKey key) {
    UUID slot(int number) {
      return key.slot(sessionId, number);
    }
  }

  /**
   * A look at some slots of an author.
   *
   * @param before the number of ideas that the author is believed to have; the slot of the last one
   *     is among those looked at
   */
  private record Look(Author author, int before, List<UUID> slots) {
    static Look of(Author author, int before, int more) {
      return new Look(
          author,
          before,
          IntStream.rangeClosed(Math.max(1, before), before + more)
              .mapToObj(author::slot)
              .toList());
    }

    /** The number of slots that are taken, up to the first free one. */
    int taken(Set<UUID> found) {
      return (int) slots.stream().takeWhile(found::contains).count();
    }

    /** Whether the slot of the last known idea is free, because that idea was shared meanwhile. */
    boolean isOutdated(int taken) {
      return before > 0 && taken == 0;
    }

    int ideas(int taken) {
      return Math.max(1, before) - 1 + taken;
    }
  }

  /** Counts for the authors of these posts, whose boards are locked and part of the state. */
  void count(Connection connection, List<Post> posts, BatchState state) throws SQLException {
    List<Look> looks =
        posts.stream()
            .filter(post -> post.author().isSeated() && state.isHidden(post.sessionId()))
            .map(post -> new Author(post.sessionId(), post.author().key()))
            .distinct()
            .map(author -> Look.of(author, known(author), FIRST_LOOK))
            .toList();
    while (!looks.isEmpty()) {
      Set<UUID> found = found(connection, looks);
      List<Look> further = new ArrayList<>();
      for (Look look : looks) {
        int taken = look.taken(found);
        int ideas = look.ideas(taken);
        if (look.isOutdated(taken)) {
          further.add(Look.of(look.author, 0, FIRST_LOOK));
        } else if (taken == look.slots.size()) {
          further.add(Look.of(look.author, ideas, 2 * taken));
        } else {
          known.put(look.author.slot(1), ideas);
          state.addOwn(look.author.sessionId, look.author.key, ideas);
        }
      }
      looks = further;
    }
  }

  private int known(Author author) {
    Integer ideas = known.getIfPresent(author.slot(1));
    return ideas == null ? 0 : ideas;
  }

  private static Set<UUID> found(Connection connection, List<Look> looks) throws SQLException {
    Object[] slots = looks.stream().flatMap(look -> look.slots.stream()).toArray();
    Set<UUID> found = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(SLOTS)) {
      select.setArray(1, connection.createArrayOf("uuid", slots));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
    }
    return found;
  }
}
