package microstorm.idea.removal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.idea.event.Comparison;
import microstorm.idea.link.LinkTable;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.json.Json;

/**
 * The ideas that were taken down or redacted. What an idea contained is kept apart from the ideas,
 * so that nothing that reads a board can show it. Runs in the caller's transaction, on a locked
 * board.
 */
@ApplicationScoped
public class RemovedIdeas {

  private static final QualifiedType<Comparison> JSON =
      QualifiedType.of(Comparison.class).with(Json.class);

  private static final String KEEP_CONTENT =
      """
      insert into removed_idea
        (idea_id, session_id, removal, placeholder, text, comparison, removed_by, removed_at)
      select id, session_id, 'taken-down', :placeholder, text, comparison, :by, :at
      from idea where id = :id
      """;

  private static final String FORGET_CONTENT =
      """
      insert into removed_idea
        (idea_id, session_id, removal, placeholder, removed_by, removed_at)
      select id, session_id, 'redacted', :placeholder, :by, :at from idea where id = :id
      on conflict (idea_id) do update set removal = excluded.removal, text = null,
        comparison = null, removed_by = excluded.removed_by, removed_at = excluded.removed_at
      """;

  /** A withdrawn idea has no text. */
  private static final String COVER =
      """
      update idea set removal = r.removal, comparison = null, seq = :seq,
        text = case when withdrawn then '' else r.placeholder end
      from removed_idea r where idea.id = :id and r.idea_id = idea.id
      """;

  private final Jdbi database;
  private final LinkTable links;

  RemovedIdeas(Jdbi database, LinkTable links) {
    this.database = database;
    this.links = links;
  }

  /** The content of an idea that was taken down. */
  public record Content(String text, @Json Comparison comparison) {}

  /** The placeholders of the ideas of a board that were taken down or redacted, by their ids. */
  public Map<UUID, String> placeholders(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select idea_id, placeholder from removed_idea where session_id = :session")
                .bind("session", sessionId)
                .setMapKeyColumn("idea_id")
                .setMapValueColumn("placeholder")
                .collectInto(new GenericType<Map<UUID, String>>() {}));
  }

  /** By whom and when the content of an idea was removed. */
  public record Removed(String removedBy, Instant removedAt) {}

  /** By whom and when the content of this idea was removed. */
  Removed by(UUID ideaId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select coalesce(removed_by, 'facilitator') as removed_by,
                      coalesce(removed_at, now()) as removed_at
                    from removed_idea where idea_id = ?
                    """,
                    ideaId)
                .map(RecordMapper.of(Removed.class))
                .one());
  }

  /** The content of an idea that was taken down; empty for every other idea. */
  Optional<Content> content(UUID ideaId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select text, comparison from removed_idea
                    where idea_id = ? and removal = 'taken-down'
                    """,
                    ideaId)
                .map(RecordMapper.of(Content.class))
                .findOne());
  }

  /**
   * Replaces the content of an idea by a placeholder, and keeps it apart.
   *
   * @return the number of links that the idea had
   */
  int takeDown(UUID ideaId, String placeholder, Removed by, long seq) {
    return cover(KEEP_CONTENT, ideaId, placeholder, by, seq);
  }

  /**
   * Replaces the content of an idea by a placeholder, and deletes it everywhere in this database.
   *
   * @return the number of links that the idea had
   */
  int redact(UUID ideaId, String placeholder, Removed by, long seq) {
    return cover(FORGET_CONTENT, ideaId, placeholder, by, seq);
  }

  private int cover(String store, UUID ideaId, String placeholder, Removed by, long seq) {
    return database.withHandle(
        handle -> {
          handle
              .createUpdate(store)
              .bind("id", ideaId)
              .bind("placeholder", placeholder)
              .bind("by", by.removedBy())
              .bind("at", by.removedAt())
              .execute();
          handle.createUpdate(COVER).bind("id", ideaId).bind("seq", seq).execute();
          return links.delete(ideaId);
        });
  }

  /** Puts the content of an idea that was taken down back, without its links. */
  void reinstate(UUID ideaId, Content content, long seq) {
    database.useHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  update idea set removal = null, text = :text, seq = :seq,
                    comparison = cast(:comparison as jsonb)
                  where id = :id
                  """)
              .bind("id", ideaId)
              .bind("text", content.text())
              .bindByType("comparison", content.comparison(), JSON)
              .bind("seq", seq)
              .execute();
          handle.execute("delete from removed_idea where idea_id = ?", ideaId);
        });
  }
}
