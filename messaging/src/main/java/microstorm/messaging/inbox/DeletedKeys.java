package microstorm.messaging.inbox;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The keys that were deleted. Events of different topics have no common order, so events about a
 * key may come after its deletion. The inbox does not apply them.
 *
 * <p>A transaction that deletes keys holds a lock that excludes the transactions of the inbox.
 * Otherwise one of them could check for the key before the deletion and write about it afterwards.
 */
@ApplicationScoped
public class DeletedKeys {

  /** The advisory lock that each transaction of the inbox shares until it ends. */
  public static final long LOCK = 0x64656c65746564L; // "deleted"

  private static final String SHARE = "select pg_advisory_xact_lock_shared(?)";
  private static final String EXCLUDE = "select pg_advisory_xact_lock(?)";
  private static final String FIND = "select key from deleted_key where key = any(?)";
  private static final String ADD =
      "insert into deleted_key (key) select unnest(?::uuid[]) on conflict do nothing";

  private final DataSource database;

  DeletedKeys(DataSource database) {
    this.database = database;
  }

  /**
   * Excludes the transactions of the inbox until this one ends. Call it before the transaction
   * locks or reads what it deletes.
   */
  @Transactional(MANDATORY)
  public void exclude() {
    lock(EXCLUDE);
  }

  /** Records keys as deleted, after {@link #exclude}. */
  @Transactional(MANDATORY)
  public void add(Collection<UUID> keys) {
    try (Connection connection = database.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
      add.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot record deleted keys.", e);
    }
  }

  /** Those of the keys that were deleted. */
  public Set<UUID> among(Collection<UUID> keys) {
    try (Connection connection = database.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
      Set<UUID> found = new HashSet<>();
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getObject(1, UUID.class));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read deleted keys.", e);
    }
  }

  /**
   * Those of the keys of a transaction of the inbox that were deleted. Until the transaction ends,
   * no other one deletes keys.
   *
   * @param deletes whether this transaction itself deletes keys
   */
  Set<UUID> check(Collection<UUID> keys, boolean deletes) {
    lock(deletes ? EXCLUDE : SHARE);
    return among(keys);
  }

  private void lock(String statement) {
    try (Connection connection = database.getConnection();
        PreparedStatement lock = connection.prepareStatement(statement)) {
      lock.setLong(1, LOCK);
      lock.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot lock the deleted keys.", e);
    }
  }
}
