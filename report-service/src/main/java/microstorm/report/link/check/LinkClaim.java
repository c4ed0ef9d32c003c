package microstorm.report.link.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that this replica checks until its lease ends.
 *
 * @param host the host of the address
 * @param claim the proof that the address still belongs to this replica
 * @param attempts how often the address was claimed, including this time
 * @param address as somebody has written it; null if it has just been removed
 */
record LinkClaim(
    UUID checkId,
    UUID teamId,
    UUID target,
    String host,
    UUID claim,
    int attempts,
    @Nullable String address) {

  static LinkClaim of(ResultSet row) throws SQLException {
    return new LinkClaim(
        row.getObject("check_id", UUID.class),
        row.getObject("team_id", UUID.class),
        row.getObject("target", UUID.class),
        row.getString("host"),
        row.getObject("claim", UUID.class),
        row.getInt("attempts"),
        row.getString("address"));
  }
}
