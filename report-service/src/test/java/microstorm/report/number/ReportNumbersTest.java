package microstorm.report.number;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import microstorm.messaging.inbox.EventReplay;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.report.ReportServiceTest;
import microstorm.report.projection.Projections;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The numbers of reports equal those that a second, simple computation makes of the same events:
 * random sessions, whose events arrive in random batches, some of them twice. To repeat a failure,
 * run with {@code -Dmicrostorm.numbers.seed=<seed>}.
 */
@ReportServiceTest
class ReportNumbersTest {

  private static final int SESSIONS = 60;

  /** The scorecard shows tenths. */
  private static final double ROUNDED = 0.05 + 1e-9;

  @Inject Projections projections;
  @Inject EventReplay replay;

  static LongStream seeds() {
    Long seed = Long.getLong("microstorm.numbers.seed");
    return seed == null ? ThreadLocalRandom.current().longs(SESSIONS) : LongStream.of(seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theNumbersEqualARecomputationFromTheEvents(long seed) {
    RandomSession random = new RandomSession(seed);
    deliver(random, new Random(~seed));
    ExpectedNumbers expected = new ExpectedNumbers(random);
    JsonNode report = report(random);
    String why = "seed " + seed;

    assertThat(report.get("complete").asBoolean()).as(why + ": " + report.get("missing")).isTrue();
    for (Map.Entry<String, Integer> count : expected.counts().entrySet()) {
      assertThat(report.get("counts").get(count.getKey()).asInt())
          .as("%s: %s", why, count.getKey())
          .isEqualTo(count.getValue());
    }
    JsonNode outcome = report.get("outcome");
    Map<String, Integer> dots = new TreeMap<>();
    outcome.get("votes").forEach(v -> dots.put(v.get("ideaId").asText(), v.get("votes").asInt()));
    assertThat(dots).as(why).isEqualTo(withoutZeros(expected.dots(), dots));
    Map<String, Double> means = new TreeMap<>();
    outcome.get("marks").forEach(m -> means.put(key(m), m.get("mean").asDouble()));
    assertThat(means).as(why).isEqualTo(expected.means());
    Map<String, Integer> groups = new TreeMap<>();
    outcome.get("groups").forEach(g -> groups.put(g.get("id").asText(), g.get("ideaIds").size()));
    assertThat(groups).as(why).isEqualTo(expected.groups());
    Map<String, String> actions = new TreeMap<>();
    outcome.get("actions").forEach(a -> actions.put(a.get("id").asText(), a.get("state").asText()));
    assertThat(actions).as(why).isEqualTo(expected.actions());
    List<Long> breaks = new ArrayList<>();
    outcome.get("breaks").forEach(b -> breaks.add(seconds(b)));
    assertThat(breaks).as(why).isEqualTo(expected.breakSeconds());
    assertThat(report.findValues("removal")).as(why).hasSize(expected.removals());
    compareMeasures(why, report.get("scorecard"), expected.measures());
    comparePace(why, report.get("pace"), expected.counts().get("ideas"));
  }

  /** An idea without dots is listed with zero, or not at all. */
  private static Map<String, Integer> withoutZeros(
      Map<String, Integer> expected, Map<String, Integer> shown) {
    Map<String, Integer> all = new TreeMap<>(expected);
    all.entrySet().removeIf(dots -> dots.getValue() == 0 && !shown.containsKey(dots.getKey()));
    return all;
  }

  private static void compareMeasures(
      String why, JsonNode scorecard, Map<String, Double> expected) {
    int compared = 0;
    for (JsonNode standard : scorecard.get("standards")) {
      for (JsonNode evidence : standard.get("evidence")) {
        String measure = evidence.get("measure").asText();
        if (expected.containsKey(measure)) {
          compared++;
          assertThat(evidence.get("value").asDouble())
              .as("%s: %s", why, measure)
              .isCloseTo(expected.get(measure), within(ROUNDED));
        }
        assertThat(measure.equals("longest-work") || measure.equals("balance"))
            .as("%s: %s is known to nobody", why, measure)
            .matches(optional -> !optional || expected.containsKey(measure));
      }
    }
    assertThat(compared).as(why).isGreaterThan(3);
  }

  /** Each idea is in one step, and the phases and breaks fill the time without gaps. */
  private static void comparePace(String why, JsonNode pace, int ideas) {
    int sum =
        StreamSupport.stream(pace.path("ideas").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .sum();
    assertThat(sum).as(why).isEqualTo(ideas);
    Instant end = Instant.parse(pace.get("from").asText());
    for (JsonNode span : pace.get("spans")) {
      assertThat(Instant.parse(span.get("from").asText())).as(why).isEqualTo(end);
      end = Instant.parse(span.get("to").asText());
    }
    assertThat(end).as(why).isEqualTo(Instant.parse(pace.get("to").asText()));
  }

  private static String key(JsonNode mark) {
    return mark.get("ideaId").asText() + " " + mark.get("criterionId").asText();
  }

  private static long seconds(JsonNode part) {
    return Duration.between(
            Instant.parse(part.get("startedAt").asText()),
            Instant.parse(part.get("endedAt").asText()))
        .toSeconds();
  }

  private static JsonNode report(RandomSession random) {
    return Contracts.tree(
        given()
            .auth()
            .oauth2(TestIssuer.ownerOf(random.team))
            .get("/api/reports/{id}", random.session)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  /** In batches of both topics in any order, with repetitions, as after a crash of a replica. */
  private void deliver(RandomSession random, Random order) {
    List<IncomingEvent> sessions = events(random, random.sessionEvents);
    List<IncomingEvent> ideas = events(random, random.ideaEvents);
    Projections.Source beginning = projections.beginning();
    Projections.Source following = projections.following().get(0);
    int s = 0;
    int i = 0;
    while (s < sessions.size() || i < ideas.size()) {
      if (i >= ideas.size() || (s < sessions.size() && order.nextBoolean())) {
        s = deliver(sessions, s, beginning, order);
      } else {
        i = deliver(ideas, i, following, order);
      }
    }
  }

  private int deliver(
      List<IncomingEvent> events, int from, Projections.Source source, Random order) {
    int begin = Math.max(0, from - order.nextInt(4));
    int end = Math.min(events.size(), from + 1 + order.nextInt(20));
    List<IncomingEvent> failed =
        replay.apply(events.subList(begin, end), source.handler(), source.channel(), () -> {});
    assertThat(failed).isEmpty();
    return end;
  }

  private static List<IncomingEvent> events(RandomSession random, List<RandomSession.Sent> sent) {
    String key = random.session.toString();
    return sent.stream()
        .map(
            event ->
                new IncomingEvent(
                    UUID.randomUUID(),
                    event.type(),
                    "/test",
                    key,
                    key,
                    Instant.parse("2026-03-04T09:00:00Z"),
                    event.payload().toString()))
        .toList();
  }
}
