package microstorm.idea.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import microstorm.idea.event.LinkAdded;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A web page that an idea's text names.
 *
 * @param position its place among the links of the idea, from 0
 * @param title the words that stand for it; the address where there are none
 * @param url the address, http or https
 */
public record Link(UUID id, UUID ideaId, int position, String title, String url) {

  /** Reads a row with these columns; by hand, as those of ideas. */
  public static Link of(ResultSet row, StatementContext context) throws SQLException {
    return new Link(
        row.getObject("id", UUID.class),
        row.getObject("idea_id", UUID.class),
        row.getInt("position"),
        row.getString("title"),
        row.getString("url"));
  }

  /** What is told of it with the change that brought it. */
  public LinkAdded added(UUID sessionId, long seq) {
    return new LinkAdded(sessionId, seq, id, ideaId, position, title, url);
  }
}
