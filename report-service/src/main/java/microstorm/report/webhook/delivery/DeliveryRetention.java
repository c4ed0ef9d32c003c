package microstorm.report.webhook.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.report.webhook.WebhookConfig;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Removes old deliveries in small transactions, in one replica at a time. */
@ApplicationScoped
class DeliveryRetention {

  private static final long LOCK = 0x6d73746f726d0052L;
  private static final int CHUNK = 1_000;

  private static final String DELETE_OLD =
      """
      with old as (
        select id from webhook_delivery where created_at < ? order by created_at
        limit ? for update skip locked
      )
      delete from webhook_delivery d using old where d.id = old.id
      """;

  private static final String FORGET_OCCURRENCES =
      "delete from webhook_occurrence where noted_at < ?";

  private static final String TOO_MANY =
      "select webhook_id from webhook_delivery group by webhook_id having count(*) > ?";

  /** The webhook first, as everywhere. */
  private static final String DELETE_BEYOND =
      """
      with beyond as (
        select id from webhook_delivery where webhook_id = :webhook order by id desc offset :kept
      ), removed as (
        delete from webhook_delivery d using beyond where d.id = beyond.id returning d.occurred_at
      )
      update webhook set forgotten_until = greatest(forgotten_until,
        (select max(occurred_at) from removed)) where id = :webhook
      """;

  private final Jdbi database;
  private final WebhookConfig config;
  private final Clock clock;

  DeliveryRetention(Jdbi database, WebhookConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  void clean() {
    int removed = CHUNK;
    while (removed == CHUNK) {
      removed = QuarkusTransaction.requiringNew().call(this::deleteOld);
    }
    QuarkusTransaction.requiringNew().run(this::deleteBeyond);
  }

  private int deleteOld() {
    Instant before = clock.instant().minus(config.deliveriesKeptFor());
    return database.withHandle(
        handle -> {
          if (!claim(handle)) {
            return 0;
          }
          handle.execute(FORGET_OCCURRENCES, before);
          return handle.execute(DELETE_OLD, before, CHUNK);
        });
  }

  private void deleteBeyond() {
    database.useHandle(
        handle -> {
          if (claim(handle)) {
            for (UUID webhook : tooMany(handle)) {
              handle.execute("select from webhook where id = ? for no key update", webhook);
              handle
                  .createUpdate(DELETE_BEYOND)
                  .bind("webhook", webhook)
                  .bind("kept", config.deliveriesKept())
                  .execute();
            }
          }
        });
  }

  private List<UUID> tooMany(Handle handle) {
    return handle.select(TOO_MANY, config.deliveriesKept()).mapTo(UUID.class).list();
  }

  private static boolean claim(Handle handle) {
    return handle.select("select pg_try_advisory_xact_lock(?)", LOCK).mapTo(Boolean.class).one();
  }
}
