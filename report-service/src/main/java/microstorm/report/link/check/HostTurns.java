package microstorm.report.link.check;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Spaces the requests to each host, for all teams and replicas together. */
@ApplicationScoped
class HostTurns {

  /** Reserves the next free time of the host. */
  private static final String RESERVE =
      """
      insert into link_host (host, next_at) values (:host, clock_timestamp() + :interval::interval)
      on conflict (host) do update
        set next_at = greatest(link_host.next_at, clock_timestamp()) + :interval::interval
      returning ceil(extract(epoch from next_at - :interval::interval - clock_timestamp()) * 1000)
      """;

  private final Jdbi database;
  private final String interval;

  HostTurns(Jdbi database, LinkCheckConfig config) {
    this.database = database;
    this.interval = config.hostInterval().toMillis() + " ms";
  }

  /**
   * Waits until a request may be sent to a host.
   *
   * @param patience how long at most
   * @throws TryLater if it would take longer
   */
  void await(String host, Duration patience) throws TryLater, InterruptedException {
    long millis =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database.withHandle(
                        handle ->
                            handle
                                .createQuery(RESERVE)
                                .bind("host", host)
                                .bind("interval", interval)
                                .mapTo(Long.class)
                                .one()));
    if (millis > patience.toMillis()) {
      throw new TryLater();
    }
    if (millis > 0) {
      Thread.sleep(millis);
    }
  }
}
