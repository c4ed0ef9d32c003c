package microstorm.report.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.util.function.Consumer;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.inbox.EventReplay;
import microstorm.messaging.settings.KafkaSettings;
import microstorm.report.projection.Projections;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Builds the read model anew from the topics while the service runs, compares it with the running
 * one, and replaces what differs. A crash at any step changes nothing in the running model: the one
 * transaction that replaces rows either commits or does not.
 */
@ApplicationScoped
class Rebuild {

  /** Held from the beginning to the end, so that there is one rebuild at a time. */
  private static final long LOCK = 0x7265627569c64L;

  private static final int IDS = 20;

  private final Jdbi database;
  private final ModelSchemas schemas;
  private final PreviousModel previous;
  private final Projections projections;
  private final EventReplay replay;
  private final KafkaSettings kafka;
  private final Config config;
  private final RebuildConfig settings;

  Rebuild(
      Jdbi database,
      ModelSchemas schemas,
      PreviousModel previous,
      Projections projections,
      EventReplay replay,
      KafkaSettings kafka,
      Config config,
      RebuildConfig settings) {
    this.database = database;
    this.schemas = schemas;
    this.previous = previous;
    this.projections = projections;
    this.replay = replay;
    this.kafka = kafka;
    this.config = config;
    this.settings = settings;
  }

  /**
   * Runs a rebuild. The caller must not have a transaction.
   *
   * @param out gets sentences for the operator
   * @param after is called after each step
   * @return whether the models differed
   * @throws RebuildRefused if it is not possible at the moment
   */
  boolean run(RebuildMode mode, PrintStream out, Consumer<RebuildStep> after) {
    try (Handle lock = database.open()) {
      if (!lock.select("select pg_try_advisory_lock(?)", LOCK).mapTo(Boolean.class).one()) {
        throw new RebuildRefused("Another rebuild is running. Wait until it has ended.");
      }
      try {
        String running = schemas.running();
        if (mode == RebuildMode.UNDO) {
          String result = database.inTransaction(handle -> undo(handle, running));
          out.println(result);
          return false;
        }
        return build(mode, running, out, after);
      } finally {
        lock.execute("select pg_advisory_unlock(?)", LOCK);
      }
    }
  }

  private boolean build(
      RebuildMode mode, String running, PrintStream out, Consumer<RebuildStep> after) {
    out.println("Rebuilding the read model from the topics. The running service goes on.");
    schemas.createRebuilt(running);
    after.accept(RebuildStep.CREATED);
    boolean differ;
    try (Replay events =
        new Replay(projections, kafka, config, settings, replay, database, running, out)) {
      events.catchUp();
      after.accept(RebuildStep.FILLED);
      differ = compareWhilePaused(events, mode, running, out, after);
    }
    if (differ && mode == RebuildMode.SWAP) {
      out.printf(
          "Replaced them. The earlier rows are kept for %d days.%n",
          settings.keepPrevious().toDays());
    }
    after.accept(RebuildStep.COMMITTED);
    schemas.dropRebuilt();
    return differ;
  }

  /**
   * The handle is not that of the thread: what it calls has transactions of its own, in which the
   * handlers must not get the connection of this one.
   */
  private boolean compareWhilePaused(
      Replay events,
      RebuildMode mode,
      String running,
      PrintStream out,
      Consumer<RebuildStep> after) {
    try (Handle handle = database.open()) {
      return handle.inTransaction(
          own -> {
            pauseInbox(own);
            after.accept(RebuildStep.PAUSED);
            events.finish();
            return compare(own, mode, running, out, after);
          });
    }
  }

  /** No transaction of the inbox runs, and no deletion, until this one ends. */
  private static void pauseInbox(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(?)", DeletedKeys.LOCK);
  }

  private static boolean compare(
      Handle handle,
      RebuildMode mode,
      String running,
      PrintStream out,
      Consumer<RebuildStep> after) {
    Comparison comparison = new Comparison(handle, running);
    comparison.prepare();
    comparison.compare();
    new KeepRules(handle, running).apply();
    long owners = comparison.owners();
    boolean differ = owners > 0;
    KeptKeys.describe(handle, running).forEach(out::println);
    if (differ) {
      out.println("These sessions and teams differ from what their events say:");
      comparison.differing(IDS).forEach(line -> out.println("  " + line));
      if (owners > IDS) {
        out.printf("  and %,d more%n", owners - IDS);
      }
    } else {
      out.printf(
          "The rebuilt model equals the running one in all %d tables.%n",
          ProjectedTable.values().length);
    }
    after.accept(RebuildStep.COMPARED);
    if (differ && mode == RebuildMode.SWAP) {
      new Swap(handle, running).replaceDiffering(comparison);
      after.accept(RebuildStep.REPLACED);
    }
    return differ;
  }

  private String undo(Handle handle, String running) {
    pauseInbox(handle);
    return previous.bringBack(handle, running);
  }
}
