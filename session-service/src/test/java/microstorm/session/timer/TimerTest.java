package microstorm.session.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.OtherSettings;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import microstorm.session.core.Session;
import org.junit.jupiter.api.Test;

/** A timer ends once, however many replicas poll. The test triggers every poll itself. */
@SessionServiceTest
@TestProfile(OtherSettings.class)
class TimerTest {

  private static final int REPLICAS = 4;
  private static final int POLLS = 20;
  private static final int ALL = 10_000;
  private static final int PATIENCE_SECONDS = 90;

  @Inject SettableClock clock;
  @Inject TimerPoller poller;
  @Inject TimerExecutor executor;
  @Inject @All List<TimerEffects> features;
  @Inject DataSource database;

  /**
   * Applies all due timers. Earlier tests advanced the clock by months, so that timers of their
   * sessions are due first, and a poll takes only some of them.
   */
  private void pollAll() {
    for (int poll = 0; poll < POLLS; poll++) {
      poller.poll();
    }
  }

  private static <T> List<T> onAllReplicas(Callable<T> call) throws Exception {
    ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : replicas.invokeAll(Collections.nCopies(REPLICAS, call))) {
        results.add(future.get());
      }
      return results;
    } finally {
      replicas.shutdownNow();
    }
  }

  private List<LiveSession> quiet(int sessions) {
    LiveTeam team = new LiveTeam("Racing");
    return IntStream.range(0, sessions)
        .mapToObj(i -> team.plan(Map.of("quietMinutes", 1)).through("lobby", "quiet"))
        .toList();
  }

  @Test
  void aTimerEndsOnceOnOneReplica() throws Exception {
    List<LiveSession> sessions = quiet(8);
    clock.advance(Duration.ofMinutes(2));
    onAllReplicas(
        () -> {
          poller.poll();
          return null;
        });
    pollAll();
    for (LiveSession session : sessions) {
      session.event("quiet-time-over");
      assertThat(session.types()).containsOnlyOnce("quiet-time-over");
    }
  }

  @Test
  void aTimerThatEveryReplicaHasReadEndsOnce() throws Exception {
    assertThat(timesEnded(executor::take)).isOne();
  }

  /**
   * The control: replicas that apply a due timer without a lock and without taking it repeat its
   * effect.
   */
  @Test
  void aTimerThatIsNotTakenEndsOnEveryReplica() throws Exception {
    assertThat(timesEnded(this::applyOnly)).isEqualTo(REPLICAS);
  }

  /**
   * The number of times that the quiet time ends when every replica has read the timer before one
   * acts.
   */
  private long timesEnded(Consumer<Timer> act) throws Exception {
    LiveSession session = quiet(1).get(0);
    Timer timer = Timer.of(TimerKind.QUIET_OVER, session.id);
    clock.advance(Duration.ofMinutes(2));
    CyclicBarrier seen = new CyclicBarrier(REPLICAS);
    onAllReplicas(
        () -> {
          assertThat(executor.due(ALL)).contains(timer);
          seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
          act.accept(timer);
          return null;
        });
    // the events of a session are published in order, so the earlier ones are there with the last
    session.through("sharing").event("sharing-started");
    return session.types().stream().filter("quiet-time-over"::equals).count();
  }

  private void applyOnly(Timer timer) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                features.stream()
                    .map(feature -> feature.effects().get(timer.kind()))
                    .filter(Objects::nonNull)
                    .forEach(
                        effect ->
                            effect.apply(
                                Session.findById(timer.sessionId()), timer, clock.instant())));
  }

  @Test
  void aLockedSessionIsLeftForTheNextPoll() throws Exception {
    List<LiveSession> sessions = quiet(2);
    clock.advance(Duration.ofMinutes(2));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var lock =
          connection.prepareStatement("select id from session where id = ? for update")) {
        lock.setObject(1, sessions.get(0).id);
        lock.execute();
      }
      pollAll();
      sessions.get(1).event("quiet-time-over");
      assertThat(sessions.get(0).types()).doesNotContain("quiet-time-over");
      connection.rollback();
    }
    pollAll();
    sessions.get(0).event("quiet-time-over");
  }

  @Test
  void anAbandonedSessionIsClosedAutomatically() {
    LiveSession session = quiet(1).get(0);
    LiveSession planned = new LiveTeam("Waiting").plan(Map.of());
    session.post(session.owner, "/breaks", Map.of("minutes", 5)).statusCode(201);
    clock.advance(Duration.ofHours(13));
    pollAll();
    pollAll();
    assertThat(session.event("closing").getBoolean("automatic")).isTrue();
    session.sealed().event("closed");
    assertThat(planned.get().getString("phase")).isEqualTo("planned");
  }

  @Test
  void aSessionWithRecentPhaseChangesStaysOpen() {
    LiveSession session = quiet(1).get(0);
    clock.advance(Duration.ofHours(11));
    session.through("sharing");
    clock.advance(Duration.ofHours(11));
    pollAll();
    assertThat(session.get().getString("phase")).isEqualTo("sharing");
    clock.advance(Duration.ofHours(2));
    pollAll();
    assertThat(session.event("closing").getBoolean("automatic")).isTrue();
  }

  @Test
  void anAbandonedLobbyIsCancelledAutomatically() {
    LiveSession session = new LiveTeam("Waiting").plan(Map.of()).through("lobby");
    LiveSession begun = quiet(1).get(0);
    clock.advance(Duration.ofHours(13));
    pollAll();
    assertThat(session.event("cancelled").getBoolean("automatic")).isTrue();
    assertThat(session.get().getString("phase")).isEqualTo("cancelled");
    assertThat(begun.get().getString("phase")).isEqualTo("closing");
  }

  @Test
  void aMissingSealIsRequestedUntilItArrives() {
    LiveSession session = quiet(1).get(0);
    clock.advance(Duration.ofHours(13));
    pollAll();
    session.event("closing");
    for (int asked = 2; asked <= 3; asked++) {
      clock.advance(Duration.ofSeconds(29));
      pollAll();
      clock.advance(Duration.ofSeconds(1));
      pollAll();
      int times = asked;
      await()
          .untilAsserted(
              () -> assertThat(session.types()).filteredOn("closing"::equals).hasSize(times));
    }
    assertThat(session.event("closing").getBoolean("automatic")).isTrue();
    session.sealed();
    clock.advance(Duration.ofMinutes(5));
    pollAll();
    session.event("closed");
    assertThat(session.types()).filteredOn("closing"::equals).hasSize(3);
  }

  /** More failing timers than one poll reads, all due before the timer under test. */
  @Test
  void failingTimersDoNotAffectOthers() throws Exception {
    List<LiveSession> sessions = quiet(2);
    UUID broken = sessions.get(0).id;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create function fail() returns trigger language plpgsql as
          $$ begin raise exception 'This timer fails.'; end $$
          """);
      statement.execute(
          "create trigger fail before delete on session_timer for each row when (old.session_id = '"
              + broken
              + "') execute function fail()");
      statement.execute(
          """
          insert into session_timer (kind, ref, session_id, due_at)
          select 'quiet_over', gen_random_uuid(), '%s', 'epoch' from generate_series(1, 150)
          """
              .formatted(broken));
      try {
        clock.advance(Duration.ofMinutes(2));
        await()
            .until(
                () -> {
                  poller.poll();
                  return sessions.get(1).types().contains("quiet-time-over");
                });
      } finally {
        statement.execute("drop trigger fail on session_timer");
        statement.execute("drop function fail");
        statement.execute("delete from session_timer where session_id = '" + broken + "'");
      }
    }
  }

  /** As a newer version leaves them behind after a rollback. */
  @Test
  void timersOfAnUnknownKindAreIgnored() throws Exception {
    List<LiveSession> sessions = quiet(1);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into session_timer (kind, ref, session_id, due_at)
          values ('of_tomorrow', '%1$s', '%1$s', 'epoch')
          """
              .formatted(sessions.get(0).id));
    }
    clock.advance(Duration.ofMinutes(2));
    pollAll();
    sessions.get(0).event("quiet-time-over");
  }
}
