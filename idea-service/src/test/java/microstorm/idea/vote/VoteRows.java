package microstorm.idea.vote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.idea.viewer.WriterKey;
import org.jdbi.v3.core.Jdbi;

/** Stores dots without the service, each over a connection of its own. */
final class VoteRows {

  private VoteRows() {}

  /** Uses the statement of the service, but not its lock. Returns the number of new rows. */
  static int put(Choosing group, Person voter, int limit) {
    try (Connection connection = Rows.connect()) {
      return Jdbi.create(connection)
          .withHandle(
              handle ->
                  handle
                      .createUpdate(Votes.PUT)
                      .bind("session", group.board.session)
                      .bind("writer", writer(group, voter))
                      .bind("idea", group.ideas.get(0))
                      .bind("request", (String) null)
                      .bind("limit", limit)
                      .execute());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stores a dot in a slot without a check. */
  static int putInto(int slot, Choosing group, Person voter) {
    try (Connection connection = Rows.connect()) {
      return Jdbi.create(connection)
          .withHandle(
              handle ->
                  handle.execute(
                      "insert into vote (session_id, writer, slot, idea_id) values (?, ?, ?, ?)",
                      group.board.session,
                      writer(group, voter),
                      slot,
                      group.ideas.get(0)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] writer(Choosing group, Person voter) {
    UUID session = group.board.session;
    return new WriterKey(voter.key()).hashFor(session);
  }
}
