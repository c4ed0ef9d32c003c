package microstorm.report.rebuild;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microstorm.messaging.inbox.EventReplay;
import microstorm.messaging.settings.KafkaSettings;
import microstorm.report.projection.Projections;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Jdbi;

/**
 * Applies to the new model exactly those events that the running service has applied to its own.
 * The events in which sessions begin are read first, so that each other event finds its session.
 */
final class Replay implements AutoCloseable {

  /** The next round is short enough for the running service to wait for it. */
  private static final long FEW = 1_000;

  private static final int MAX_ROUNDS = 100;
  private static final long REPORT_EVERY = 50_000;

  private final SourceReplay beginning;
  private final List<SourceReplay> following = new ArrayList<>();
  private final RebuildConfig settings;
  private final PrintStream out;
  private long read;

  Replay(
      Projections projections,
      KafkaSettings kafka,
      Config config,
      RebuildConfig settings,
      EventReplay replay,
      Jdbi database,
      String running,
      PrintStream out) {
    this.settings = settings;
    this.out = out;
    SourceReplay.Target target =
        new SourceReplay.Target(
            database,
            replay,
            new KeyRegister(database),
            new AppliedEvents(database, running),
            this::count);
    beginning = source(projections.beginning(), kafka, config, target);
    for (Projections.Source source : projections.following()) {
      following.add(source(source, kafka, config, target));
    }
  }

  private static SourceReplay source(
      Projections.Source source, KafkaSettings kafka, Config config, SourceReplay.Target target) {
    String channel = "mp.messaging.incoming." + source.channel() + ".";
    String group = config.getValue(channel + "group.id", String.class);
    String topic = config.getValue(channel + "topic", String.class);
    String dead = config.getValue(channel + "dead-letter-queue.topic", String.class);
    return new SourceReplay(
        source,
        new TopicReader(kafka.reader("rebuild-" + source.channel()), topic, group),
        new TopicReader(kafka.reader("rebuild-dead-" + source.channel()), dead, group),
        target);
  }

  /** Follows the running service until few events are left. */
  void catchUp() {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      long before = read;
      followOnce();
      if (read - before < FEW) {
        out.printf("Read %,d events.%n", read);
        return;
      }
    }
    throw new RebuildRefused("New events arrive faster than they can be read. Try again later.");
  }

  /**
   * The positions are read in the opposite order of the events, since events follow from others.
   */
  private void followOnce() {
    List<Map<TopicPartition, Long>> ends = following.stream().map(SourceReplay::committed).toList();
    beginning.awaitCommitted(beginning.ends());
    beginning.applyTo(beginning.committed(), true);
    for (int i = 0; i < following.size(); i++) {
      following.get(i).applyTo(ends.get(i), false);
    }
  }

  /**
   * Applies what the running service has applied in the meantime. It must not be applying events.
   *
   * @throws RebuildRefused if that takes too long
   */
  void finish() {
    List<SourceReplay> all = new ArrayList<>(List.of(beginning));
    all.addAll(following);
    long unread = all.stream().mapToLong(source -> source.unread(source.ends())).sum();
    if (unread > settings.maxUnread()) {
      throw new RebuildRefused(
          "The running service has not applied %,d events. Wait until it has caught up."
              .formatted(unread));
    }
    for (SourceReplay source : all) {
      source.applyTo(source.committed(), source == beginning);
      source.applyHandled(source.ends(), source == beginning);
      source.keepDeadLetters();
    }
  }

  private void count(long events) {
    if ((read + events) / REPORT_EVERY > read / REPORT_EVERY) {
      out.printf("Read %,d events …%n", read + events);
    }
    read += events;
  }

  @Override
  public void close() {
    beginning.close();
    following.forEach(SourceReplay::close);
  }
}
