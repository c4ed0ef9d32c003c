package microstorm.report.link.check;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes addresses back from replicas, with results or without. Runs in the caller's transaction.
 */
@ApplicationScoped
class LinkCheckResults {

  private final Jdbi database;

  LinkCheckResults(Jdbi database) {
    this.database = database;
  }

  /** Stores a result, unless the lease has ended and the address belongs to another replica. */
  boolean complete(LinkClaim claim, ProbeResult result) {
    return database.withHandle(
        handle -> {
          handle.execute(
              "select from link_target where team_id = ? and target = ? for update",
              claim.teamId(),
              claim.target());
          if (!remove(handle, claim)) {
            return false;
          }
          handle.execute(
              """
              update link_target set state = ?, status = ?, failure = ?, reason = ?, moved_to = ?,
                checked_at = clock_timestamp()
              where team_id = ? and target = ?
              """,
              result.state().label(),
              result.status(),
              result.failure(),
              result.reason(),
              result.movedTo(),
              claim.teamId(),
              claim.target());
          String counter = result.state().label();
          handle.execute(
              "update link_check set %1$s = %1$s + 1 where id = ?".formatted(counter),
              claim.checkId());
          return true;
        });
  }

  /** Removes an address whose last place was removed meanwhile. */
  void drop(LinkClaim claim) {
    database.useHandle(handle -> remove(handle, claim));
  }

  private static boolean remove(Handle handle, LinkClaim claim) {
    return handle.execute(
            "delete from link_check_task where check_id = ? and target = ? and claim = ?",
            claim.checkId(),
            claim.target(),
            claim.claim())
        == 1;
  }

  /** Gives an address back, to be checked later. */
  void release(LinkClaim claim) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                update link_check_task set claim = null, claimed_until = null
                where check_id = ? and target = ? and claim = ?
                """,
                claim.checkId(),
                claim.target(),
                claim.claim()));
  }
}
