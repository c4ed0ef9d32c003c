package microstorm.session;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.Test;

/** Events continue the trace of the request, although the service creates no spans. */
@SessionServiceTest
class RequestTraceTest {

  private static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void eventsContinueTheTraceOfTheRequest() {
    assertThat(traceOfTeamBy(given().header("traceparent", TRACEPARENT)))
        .containsExactly(TRACEPARENT);
  }

  @Test
  void aRequestWithoutATraceStartsNone() {
    assertThat(traceOfTeamBy(given())).containsOnlyNulls();
    assertThat(traceOfTeamBy(given().header("traceparent", "no trace"))).containsOnlyNulls();
  }

  /** The trace in the event of a new team. */
  private static List<String> traceOfTeamBy(RequestSpecification request) {
    UUID team =
        request
            .contentType("application/json")
            .body(Map.of("name", "Traced"))
            .post("/api/teams")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("id");
    return await()
        .until(
            () -> TestEvents.headers("session.events", team, "traceparent"),
            traces -> !traces.isEmpty());
  }
}
