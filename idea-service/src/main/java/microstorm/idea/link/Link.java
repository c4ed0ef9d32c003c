package microstorm.idea.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import microstorm.idea.event.LinkAdded;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A link in the text of an idea.
 *
 * @param position the place among the links of the idea, from 0
 * @param title the link text, or the address when there is none
 * @param url the address, http or https
 */
public record Link(UUID id, UUID ideaId, int position, String title, String url) {

  /** Reads a row with these columns; written by hand like the reader of ideas. */
  public static Link of(ResultSet row, StatementContext context) throws SQLException {
    return new Link(
        row.getObject("id", UUID.class),
        row.getObject("idea_id", UUID.class),
        row.getInt("position"),
        row.getString("title"),
        row.getString("url"));
  }

  /** The event for this link, with the number of the change that added it. */
  public LinkAdded added(UUID sessionId, long seq) {
    return new LinkAdded(sessionId, seq, id, ideaId, position, title, url);
  }
}
