package microstorm.http.token;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The keys that were revoked and the teams that were deleted, in the service's own table {@code
 * revoked_access}. A token that such a key or team gave is refused, although it has not expired. A
 * row is kept longer than any token is valid.
 */
@ApplicationScoped
public class RevokedAccess {

  /** Longer than the longest validity of a token, which is seven days. */
  private static final Duration KEPT = Duration.ofDays(8);

  private static final String FIND = "select id from revoked_access where id = any(?)";
  private static final String FORGET = "delete from revoked_access where revoked_at < ?";
  private static final String ADD =
      "insert into revoked_access (id, revoked_at) select unnest(?), ? on conflict do nothing";

  private final AgroalDataSource database;
  private final Event<AccessRevoked> events;

  RevokedAccess(AgroalDataSource database, Event<AccessRevoked> events) {
    this.database = database;
    this.events = events;
  }

  /**
   * Returns those of the keys and teams whose tokens are no longer valid.
   *
   * @throws SQLException if the database cannot be read
   */
  public Set<UUID> among(Collection<UUID> ids) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      Set<UUID> found = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getObject(1, UUID.class));
        }
      }
      return found;
    }
  }

  /**
   * Ends the tokens of these keys and teams, in the caller's transaction.
   *
   * @param at the time of the revocation; rows that no token can need any more are deleted
   */
  public void revoke(Collection<UUID> ids, Instant at) {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
        forget.setObject(1, at.minus(KEPT).atOffset(ZoneOffset.UTC));
        forget.executeUpdate();
      }
      try (PreparedStatement add = connection.prepareStatement(ADD)) {
        add.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
        add.setObject(2, at.atOffset(ZoneOffset.UTC));
        add.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The revocation cannot be stored.", e);
    }
    events.fire(new AccessRevoked(Set.copyOf(ids)));
  }
}
