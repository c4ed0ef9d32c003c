package microstorm.local.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicroserviceTest {
  @ParameterizedTest
  @CsvSource({
    "/, SESSION",
    "/api/teams, SESSION",
    "/api/sessions/1/phase, SESSION",
    "/api/boards, IDEA",
    "/api/boards/1/stream, IDEA",
    "/api/boardsgames, SESSION",
    "/api/actions, IDEA",
    "/api/actions/1, IDEA",
    "/api/reports, REPORT",
    "/api/trends/balance, REPORT",
    "/api/logs/imports/1, REPORT",
    "/api/search, REPORT",
    "/api/search/topics, REPORT",
    "/api/searches, SESSION",
    "/api/webhooks, REPORT",
    "/api/webhooks/x/deliveries, REPORT",
    "/api/links, REPORT",
    "/api/link-checks, REPORT",
    "/api/link-checks/1, REPORT",
    "/api/linked, SESSION",
    "/api/problems, SESSION",
    "/api/openapi, SESSION",
    "/api/docs/start.js, SESSION",
    "/api/platform, REPORT"
  })
  void ownsItsPaths(String path, Microservice owner) {
    assertThat(Microservice.of(path)).isEqualTo(owner);
  }
}
