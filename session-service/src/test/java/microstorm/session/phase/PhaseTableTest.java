package microstorm.session.phase;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import microstorm.testing.contract.Contracts;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every phase change in every phase by every role, compared with a table that is kept by hand. ok:
 * entered, or already in the phase; accepted: closing has started; otherwise the name of the
 * problem.
 */
@SessionServiceTest
class PhaseTableTest {

  private static final List<String> ORDERS =
      List.of(
          "planned",
          "lobby",
          "quiet",
          "sharing",
          "converging",
          "agreeing",
          "closing",
          "closed",
          "cancelled");
  private static final String PREFIX = "/api/problems#";

  @Inject SettableClock clock;

  private LiveTeam team;

  @BeforeEach
  void createTeam() {
    team = new LiveTeam("Table");
  }

  private record Place(LiveSession session, String token) {}

  /** A session in this phase. Its quiet time is over, so that no condition prevents a change. */
  private Place in(String phase, String role) {
    LiveSession session = team.plan(Map.of("quietMinutes", 1));
    String token = role.equals("owner") ? team.token : session.join(role).token();
    List<String> steps =
        switch (phase) {
          case "planned" -> List.of();
          case "cancelled" -> List.of("cancelled");
          case "closing", "closed" -> List.of("lobby", "quiet", "sharing", "closing");
          default -> ORDERS.subList(1, ORDERS.indexOf(phase) + 1);
        };
    for (String step : steps) {
      session.through(step);
      if (step.equals("quiet")) {
        clock.advance(Duration.ofMinutes(1));
      }
    }
    return new Place(phase.equals("closed") ? session.sealed() : session, token);
  }

  private static String outcome(ExtractableResponse<Response> answer) {
    return switch (answer.statusCode()) {
      case 200 -> "ok";
      case 202 -> "accepted";
      case 403, 409 -> answer.statusCode() + " " + name(answer);
      default -> "status " + answer.statusCode();
    };
  }

  /** All rules of the table depend on the phase, so their status is 409. */
  private static String expected(String cell) {
    return cell.equals("ok") || cell.equals("accepted") ? cell : "409 " + cell;
  }

  private static String name(ExtractableResponse<Response> refusal) {
    return Contracts.tree(refusal.asString()).path("type").asText().substring(PREFIX.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // in       | planned | lobby | quiet | sharing | converging | agreeing | closing | closed
        //   | cancelled
        "planned    | ok             | ok             | phase-order    | phase-order    | phase-order    | phase-order    | phase-order    | phase-order    | ok",
        "lobby      | phase-order    | ok             | ok             | phase-order    | phase-order    | phase-order    | phase-order    | phase-order    | ok",
        "quiet      | phase-order    | phase-order    | ok             | ok             | phase-order    | phase-order    | phase-order    | phase-order    | ok",
        "sharing    | phase-order    | phase-order    | phase-order    | ok             | ok             | ok             | accepted       | accepted       | phase-order",
        "converging | phase-order    | phase-order    | phase-order    | phase-order    | ok             | ok             | accepted       | accepted       | phase-order",
        "agreeing   | phase-order    | phase-order    | phase-order    | phase-order    | phase-order    | ok             | accepted       | accepted       | phase-order",
        "closing    | session-closed | session-closed | session-closed | session-closed | session-closed | session-closed | accepted       | accepted       | session-closed",
        "closed     | session-closed | session-closed | session-closed | session-closed | session-closed | session-closed | ok             | ok             | session-closed",
        "cancelled  | session-closed | session-closed | session-closed | session-closed | session-closed | session-closed | session-closed | session-closed | ok",
      })
  void onlyFacilitatorsChangeThePhaseAndOnlyInItsOrder(
      String phase,
      String planned,
      String lobby,
      String quiet,
      String sharing,
      String converging,
      String agreeing,
      String closing,
      String closed,
      String cancelled) {
    List<String> cells =
        List.of(planned, lobby, quiet, sharing, converging, agreeing, closing, closed, cancelled);
    SoftAssertions table = new SoftAssertions();
    for (String role : List.of("participant", "observer")) {
      Place place = in(phase, role);
      table
          .assertThat(
              outcome(
                  place.session().post(place.token(), "/phase", Map.of("to", "lobby")).extract()))
          .as("%s in %s", role, phase)
          .isEqualTo("403 not-facilitator");
    }
    for (String role : List.of("owner", "facilitator")) {
      Place place = in(phase, role);
      for (int i = 0; i < ORDERS.size(); i++) {
        String order = ORDERS.get(i);
        String outcome =
            outcome(place.session().post(place.token(), "/phase", Map.of("to", order)).extract());
        table
            .assertThat(outcome)
            .as("%s: %s -> %s", role, phase, order)
            .isEqualTo(expected(cells.get(i)));
        boolean refused = !outcome.equals("ok") && !outcome.equals("accepted");
        place = refused || order.equals(phase) ? place : in(phase, role);
      }
    }
    table.assertAll();
  }
}
