package microstorm.idea.idea;

import static microstorm.idea.idea.IdeaTable.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The statements for ideas that build on others. Runs in the caller's transaction. */
@ApplicationScoped
class IdeaTree {

  private static final String BELOW =
      """
      with recursive below as (
        select id, depth from idea where id = :id
        union all
        select idea.id, idea.depth from idea join below on idea.parent_id = below.id)
      """;

  private final Jdbi database;

  IdeaTree(Jdbi database) {
    this.database = database;
  }

  /** The ideas that build directly on an idea, in the order of the board. */
  List<StoredIdea> children(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select "
                        + StoredIdea.COLUMNS
                        + " from idea where parent_id = ? order by position, id",
                    id)
                .map(StoredIdea::of)
                .list());
  }

  /** Moves the children of an idea up to its place, with the numbers that follow {@code seq}. */
  void raise(StoredIdea idea, List<StoredIdea> children, long seq) {
    if (children.isEmpty()) {
      return;
    }
    deepen(idea.id(), -1);
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update idea set parent_id = cast(:parent as uuid), seq = number
                    from unnest(:child, :number) as raised (child, number) where id = child
                    """)
                .bind("parent", idea.parentId())
                .bindArray("child", UUID.class, children.stream().map(StoredIdea::id).toList())
                .bindArray("number", Long.class, numbers(seq, children))
                .execute());
  }

  /** All ideas that build on an idea, on any level, without the idea itself. */
  List<StoredIdea> below(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    BELOW
                        + "select "
                        + StoredIdea.COLUMNS
                        + """
                        from idea join below on idea.id = below.id
                        where idea.id <> :id order by idea.depth, idea.position, idea.id
                        """)
                .bind("id", id)
                .map(StoredIdea::of)
                .list());
  }

  /** Moves ideas to the topic of their parent, with the numbers that follow {@code seq}. */
  void follow(List<StoredIdea> ideas, UUID topicId, long seq) {
    if (ideas.isEmpty()) {
      return;
    }
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update idea set topic_id = cast(:topic as uuid), seq = number
                    from unnest(:follower, :number) as f (follower, number) where id = follower
                    """)
                .bind("topic", topicId)
                .bindArray("follower", UUID.class, ideas.stream().map(StoredIdea::id).toList())
                .bindArray("number", Long.class, numbers(seq, ideas))
                .execute());
  }

  /** The greatest depth of an idea and of all ideas that build on it. */
  int deepest(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(BELOW + "select max(depth) from below")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
  }

  /** Whether an idea is the other idea or builds on it, on any level. */
  boolean isBelow(UUID id, UUID ancestor) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(BELOW + "select exists (select 1 from below where id = :other)")
                .bind("id", ancestor)
                .bind("other", id)
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Adds levels to the depth of an idea and of all ideas that build on it. The number can be
   * negative.
   */
  void deepen(UUID id, int levels) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    BELOW
                        + """
                        update idea set depth = idea.depth + :levels
                        from below where idea.id = below.id
                        """)
                .bind("id", id)
                .bind("levels", levels)
                .execute());
  }
}
