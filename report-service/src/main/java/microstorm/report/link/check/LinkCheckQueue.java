package microstorm.report.link.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gives addresses to replicas, each for the time of a lease. Runs in the caller's transaction. */
@ApplicationScoped
class LinkCheckQueue {

  /** Only one replica at a time, so that the numbers hold for all together. */
  private static final String LOCK = "select pg_try_advisory_xact_lock(7305060440000)";

  private static final String FINISH =
      """
      update link_check set finished_at = clock_timestamp()
      where finished_at is null and not exists (
        select from link_check_task where link_check_task.check_id = link_check.id)
      """;

  private static final String FORGET_HOSTS =
      "delete from link_host where next_at < clock_timestamp() - interval '1 minute'";

  private static final String RUNNING =
      "select count(*) from link_check_task where claimed_until > clock_timestamp()";

  private static final String TURNS =
      """
      update link_check set turn_at = clock_timestamp()
      where id in (
        select id from link_check where finished_at is null order by turn_at limit :checks)
      returning id, (
        select count(*) from link_check_task task
        where task.check_id = link_check.id and claimed_until > clock_timestamp()) as running
      """;

  /**
   * At most one address of each host whose turn it is. They are chosen in a common table expression
   * because Postgres may run a subquery once per joined row, and each run locks further rows.
   */
  private static final String CLAIM =
      """
      with chosen as (
        select free.check_id, free.target from link_check_task free
          join (
            select distinct on (host) target from link_check_task waiting
            where check_id = :check
              and (claimed_until is null or claimed_until <= clock_timestamp())
              and not exists (
                select from link_host
                where link_host.host = waiting.host and next_at > clock_timestamp())
            order by host, attempts, target) as first on first.target = free.target
        where free.check_id = :check
        order by free.attempts, free.target
        limit :most for update of free skip locked
      )
      update link_check_task task
      set claim = gen_random_uuid(), claimed_until = clock_timestamp() + :lease::interval,
        attempts = attempts + 1
      from chosen
      where task.check_id = chosen.check_id and task.target = chosen.target
      returning task.check_id, task.team_id, task.target, task.host, task.claim, task.attempts, (
        select address from link_place place
        where place.team_id = task.team_id and place.target = task.target
        order by held_order desc limit 1) as address
      """;

  private static final String TAKE_TURN =
      """
      insert into link_host (host, next_at)
      select unnest(:hosts), clock_timestamp() + :interval::interval order by 1
      on conflict (host) do update set next_at = excluded.next_at
      """;

  private final Jdbi database;
  private final LinkCheckConfig config;

  LinkCheckQueue(Jdbi database, LinkCheckConfig config) {
    if (config.runningPerTeam() > config.running()) {
      throw new IllegalArgumentException(
          "microstorm.links.check.running-per-team must not be greater than"
              + " microstorm.links.check.running.");
    }
    this.database = database;
    this.config = config;
  }

  /** Claims addresses; none if another replica is doing that. */
  List<LinkClaim> claim(int most) {
    return database.withHandle(
        handle -> {
          if (!handle.select(LOCK).mapTo(Boolean.class).one()) {
            return List.of();
          }
          handle.execute(FINISH);
          handle.execute(FORGET_HOSTS);
          int left =
              Math.min(most, config.running() - handle.select(RUNNING).mapTo(Integer.class).one());
          return left > 0 ? claim(handle, left) : List.of();
        });
  }

  private record Turn(UUID id, int running) {}

  private List<LinkClaim> claim(Handle handle, int most) {
    List<Turn> turns =
        handle
            .createQuery(TURNS)
            .bind("checks", config.running())
            .map((row, context) -> new Turn(row.getObject("id", UUID.class), row.getInt("running")))
            .list();
    List<LinkClaim> claims = new ArrayList<>();
    for (Turn turn : turns) {
      int left = Math.min(most - claims.size(), config.runningPerTeam() - turn.running);
      if (left > 0) {
        claims.addAll(claim(handle, turn.id, left));
      }
    }
    return claims;
  }

  private List<LinkClaim> claim(Handle handle, UUID check, int most) {
    List<LinkClaim> claims =
        handle
            .createQuery(CLAIM)
            .bind("check", check)
            .bind("most", most)
            .bind("lease", config.lease().toMillis() + " ms")
            .map((row, context) -> LinkClaim.of(row))
            .list();
    if (!claims.isEmpty()) {
      handle
          .createUpdate(TAKE_TURN)
          .bindArray("hosts", String.class, claims.stream().map(LinkClaim::host).toList())
          .bind("interval", config.hostInterval().toMillis() + " ms")
          .execute();
    }
    return claims;
  }
}
