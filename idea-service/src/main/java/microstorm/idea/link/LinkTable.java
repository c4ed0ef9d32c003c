package microstorm.idea.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The statements that change the links of ideas. Runs in the caller's transaction. */
@ApplicationScoped
public class LinkTable {

  private final Jdbi database;

  LinkTable(Jdbi database) {
    this.database = database;
  }

  /** Adds the links of one idea. */
  public void insert(List<Link> links) {
    if (links.isEmpty()) {
      return;
    }
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into link (id, idea_id, session_id, position, title, url)
                    select l.id, idea.id, idea.session_id, l.position, l.title, l.url
                    from unnest(:id, :position, :title, :url) as l (id, position, title, url)
                      join idea on idea.id = :idea
                    """)
                .bind("idea", links.get(0).ideaId())
                .bindArray("id", UUID.class, links.stream().map(Link::id).toList())
                .bindArray("position", Integer.class, links.stream().map(Link::position).toList())
                .bindArray("title", String.class, links.stream().map(Link::title).toList())
                .bindArray("url", String.class, links.stream().map(Link::url).toList())
                .execute());
  }

  /** Deletes the links of an idea, and returns how many there were. */
  public int delete(UUID ideaId) {
    return database.withHandle(
        handle -> handle.execute("delete from link where idea_id = ?", ideaId));
  }
}
