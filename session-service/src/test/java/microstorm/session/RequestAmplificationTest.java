package microstorm.session;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import microstorm.session.LiveSession.Member;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Bounds what the smallest request of each kind costs in the worst case: bytes of events, rows that
 * stay, and bytes that the database writes. docs/limits.md has the figures.
 */
@SessionServiceTest
class RequestAmplificationTest {

  private static final int REPETITIONS = 10;
  private static final int PEOPLE = 30;

  private static final String ROWS =
      """
      select sum((xpath('/row/n/text()', query_to_xml(
        'select count(*) as n from ' || quote_ident(tablename), false, true, '')))[1]::text::bigint)
      from pg_tables
      where schemaname = 'public' and tablename not in ('outbox', 'flyway_schema_history')
      """;

  private static final String WRITTEN = "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn";

  @Inject DataSource database;
  @Inject ObjectMapper json;

  private LiveTeam team;
  private LiveSession session;
  private Member member;

  /** A request; {@code session} is the session whose events it causes. */
  private record Sent(int body, UUID session) {}

  /** The averages of one request. */
  private record Cost(double body, double events, double rows, double written) {
    private Cost print(String name) {
      System.out.printf(
          "AMPLIFICATION | %s | %.0f | %.0f | %.1f | %.0f |%n", name, body, events, rows, written);
      return this;
    }
  }

  /** The largest plan, and many people in its lobby. */
  @BeforeEach
  void plan() {
    team = new LiveTeam("Large plans");
    session =
        team.plan(
            Map.of(
                "problem", "p".repeat(2_000),
                "criteria", Collections.nCopies(20, "c".repeat(300)),
                "cards", Collections.nCopies(100, "d".repeat(200)),
                "quietMinutes", 1));
    session.through("lobby");
    for (int i = 0; i < PEOPLE; i++) {
      member = session.join("participant");
    }
  }

  private Sent send(String token, Method method, String path, Object body, UUID about) {
    Response answer = LiveTeam.as(token).body(text(body)).request(method, path);
    assertThat(answer.statusCode()).as(method + " " + path).isBetween(200, 299);
    return new Sent(text(body).length(), about == null ? answer.jsonPath().getUUID("id") : about);
  }

  private String text(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String path(String below) {
    return "/api/sessions/" + session.id + below;
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long bytes(List<UUID> sessions) {
    return sessions.stream()
        .distinct()
        .flatMap(id -> TestEvents.read("session.events", id).stream())
        .mapToLong(e -> e.payload().toString().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private Cost measure(String name, IntFunction<Sent> request) throws SQLException {
    request.apply(0);
    await("the events of earlier requests").until(() -> number("select count(*) from outbox") == 0);
    long events = bytes(List.of(session.id));
    long rows = number(ROWS);
    long written = number(WRITTEN);
    List<Sent> sent = IntStream.rangeClosed(1, REPETITIONS).mapToObj(request).toList();
    await("the events").until(() -> number("select count(*) from outbox") == 0);
    double all = REPETITIONS;
    List<UUID> sessions = sent.stream().map(Sent::session).toList();
    long before = sessions.contains(session.id) ? events : 0;
    return new Cost(
            sent.stream().mapToInt(Sent::body).average().orElseThrow(),
            (bytes(sessions) - before) / all,
            (number(ROWS) - rows) / all,
            (number(WRITTEN) - written) / all)
        .print(name);
  }

  private static void isAtMost(Cost cost, int events, int rows) {
    assertThat(cost.events()).isLessThanOrEqualTo(events);
    assertThat(cost.rows()).isLessThanOrEqualTo(rows);
  }

  @Test
  void eachRequestHasABoundedCost() throws SQLException {
    isAtMost(
        measure(
            "change a title",
            i -> send(session.owner, Method.PATCH, path(""), Map.of("title", "t" + i), session.id)),
        11_000,
        0);
    session.through("quiet");
    isAtMost(
        measure(
            "plan from a template",
            i ->
                send(
                    session.owner,
                    Method.POST,
                    "/api/sessions",
                    Map.of("title", "t", "templateOf", session.id),
                    null)),
        9_000,
        22);
    isAtMost(
        measure(
            "become ready, or not",
            i ->
                send(
                    member.token(),
                    Method.POST,
                    path("/ready"),
                    Map.of("ready", i % 2 == 0),
                    session.id)),
        200,
        0);
    isAtMost(
        measure(
            "tick an item",
            i ->
                send(
                    session.owner,
                    Method.PUT,
                    path("/checklist"),
                    Map.of("ticked", i % 2 == 0 ? List.of() : List.of("room")),
                    session.id)),
        300,
        0);
    isAtMost(
        measure(
            "renew the join code",
            i -> send(session.owner, Method.POST, path("/join-code"), Map.of(), session.id)),
        200,
        0);
    isAtMost(
        measure(
            "draw a card",
            i ->
                send(
                    member.token(),
                    Method.POST,
                    path("/cards"),
                    Map.of("deck", "own"),
                    session.id)),
        0,
        0);
    isAtMost(
        measure(
            "join",
            i ->
                send(
                    session.owner,
                    Method.POST,
                    path("/participants"),
                    Map.of("joinCode", session.joinCode),
                    session.id)),
        400,
        2);
    isAtMost(
        measure(
            "split into rooms, and merge them",
            i -> {
              Sent split = send(session.owner, Method.POST, path("/rooms"), Map.of(), session.id);
              LiveTeam.as(session.owner).delete(path("/rooms")).then().statusCode(204);
              return split;
            }),
        60 * (PEOPLE + REPETITIONS + 2),
        0);
  }
}
