package microstorm.session.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.OtherSettings;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limit of people holds when they join concurrently. */
@SessionServiceTest
@TestProfile(OtherSettings.class)
class ParticipantLimitTest {

  private static final int LIMIT = OtherSettings.PARTICIPANTS;
  private static final int SEATS = OtherSettings.SEATS;
  private static final int CLIENTS = 8;

  @Inject DataSource database;

  private LiveSession session;

  @BeforeEach
  void plan() {
    session = new LiveTeam("Crowd").plan(Map.of());
  }

  private static <T> List<T> atOnce(Callable<T> call, int times) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : clients.invokeAll(Collections.nCopies(times, call))) {
        results.add(future.get());
      }
      return results;
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void noMorePeopleThanTheLimitJoinAndLeavingFreesASeat() throws Exception {
    List<Integer> statuses =
        atOnce(() -> session.tryJoin(Map.of()).extract().statusCode(), 3 * LIMIT);
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(LIMIT);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(2 * LIMIT);
    List<String> names = session.list(session.owner).extract().jsonPath().getList("items.name");
    assertThat(names).hasSize(LIMIT).doesNotHaveDuplicates();
    String first = session.list(session.owner).extract().path("items[0].participantId");
    session.delete(session.owner, "/participants/" + first).statusCode(204);
    session.tryJoin(Map.of()).statusCode(201);
  }

  @Test
  void seatsAreLimitedForPeopleWhoJoinAndLeave() {
    for (int i = 0; i < SEATS; i++) {
      LiveSession.Member person = session.join(Map.of());
      session.delete(session.owner, "/participants/" + person.id()).statusCode(204);
    }
    session
        .tryJoin(Map.of())
        .statusCode(409)
        .body("type", equalTo("/api/problems#too-many-participants"))
        .body("detail", containsString(SEATS + " seats"));
    session.join("facilitator");
    String renewed =
        session
            .post(session.owner, "/join-code", Map.of())
            .statusCode(200)
            .extract()
            .path("joinCode");
    session.join(Map.of("joinCode", renewed));
  }

  /** The control: without the service's lock, all of them see a free seat. */
  @Test
  void withoutTheLockMorePeopleJoin() throws Exception {
    for (int i = 1; i < LIMIT; i++) {
      session.join(Map.of());
    }
    CyclicBarrier counted = new CyclicBarrier(CLIENTS);
    atOnce(
        () -> {
          try (Connection connection = database.getConnection()) {
            if (count(connection) < LIMIT) {
              counted.await();
              insert(connection);
            }
            return null;
          }
        },
        CLIENTS);
    try (Connection connection = database.getConnection()) {
      assertThat(count(connection)).isGreaterThan(LIMIT);
    }
  }

  private int count(Connection connection) throws SQLException {
    try (var count =
        connection.prepareStatement(
            "select count(*) from participant where session_id = ? and left_at is null")) {
      count.setObject(1, session.id);
      var rows = count.executeQuery();
      rows.next();
      return rows.getInt(1);
    }
  }

  private void insert(Connection connection) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into participant (id, session_id, position, name) values (?, ?, 0, 'x')")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setObject(2, session.id);
      insert.executeUpdate();
    }
  }

  /** Otherwise a facilitator could store rows without end by joining, leaving and joining again. */
  @Test
  void aSessionGivesALimitedNumberOfSeatsToFacilitatorsToo() {
    for (int i = 0; i < OtherSettings.SEATS_IN_TOTAL; i++) {
      LiveSession.Member person = session.join("facilitator");
      session.delete(session.owner, "/participants/" + person.id()).statusCode(204);
    }
    session
        .tryJoin(Map.of("role", "facilitator"))
        .statusCode(409)
        .body("type", equalTo("/api/problems#too-many-participants"))
        .body("detail", containsString(OtherSettings.SEATS_IN_TOTAL + " seats"));
    new LiveTeam("Another").plan(Map.of()).join("facilitator"); // the control
  }
}
