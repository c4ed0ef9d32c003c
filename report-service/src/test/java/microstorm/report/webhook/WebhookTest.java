package microstorm.report.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import microstorm.report.ReportServiceTest;
import microstorm.testing.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The owners of a team add, change and remove its webhooks. */
@ReportServiceTest
@TestProfile(WebhookSettings.class)
class WebhookTest {

  private static final String HERE = "http://127.0.0.1:8999/hook?token=secret";
  private static final int MAX = 3;

  private final WebhookTeam team = new WebhookTeam();

  @Test
  void anOwnerAddsChangesAndDeletesAWebhook() {
    var added = team.added(HERE);
    team.owner()
        .get("/api/webhooks")
        .then()
        .body("enabled", equalTo(true))
        .body("items.id", contains(added.id().toString()));
    JsonNode webhook = team.webhook(added.id());
    assertThat(webhook.path("url").asText()).isEqualTo(HERE);
    assertThat(webhook.path("active").asBoolean()).isTrue();
    assertThat(webhook.path("events")).hasSize(WebhookTeam.ALL.size());
    assertThat(added.secret()).startsWith("whsec_");
    assertThat(webhook.toString()).doesNotContain(added.secret());

    team.change(added.id(), Map.of("name", " Another ", "active", false))
        .then()
        .statusCode(200)
        .body("name", equalTo("Another"))
        .body("active", equalTo(false))
        .body("url", equalTo(HERE));
    team.change(added.id(), Map.of("events", List.of("microstorm.action.done")))
        .then()
        .statusCode(200)
        .body("events", equalTo(List.of("microstorm.action.done")))
        .body("active", equalTo(false));
    for (int i = 0; i < 2; i++) {
      team.owner().delete("/api/webhooks/" + added.id()).then().statusCode(204);
    }
    team.owner().get("/api/webhooks/" + added.id()).then().statusCode(404);
  }

  @Test
  void theSecretIsShownOnlyOnceAndTheEarlierOneSignsForADay() {
    var added = team.added(HERE);

    String next =
        team.owner()
            .post("/api/webhooks/" + added.id() + "/secret")
            .then()
            .statusCode(200)
            .extract()
            .path("secret");

    assertThat(next).startsWith("whsec_").isNotEqualTo(added.secret());
    assertThat(team.webhook(added.id()).has("earlierSecretUntil")).isTrue();
    assertThat(team.webhook(added.id()).toString()).doesNotContain(next);
  }

  @Test
  void onlyOwnersOfTheTeamMayUseThem() {
    UUID id = team.added(HERE).id();
    WebhookTeam other = new WebhookTeam();

    team.member().get("/api/webhooks").then().statusCode(403);
    team.member().get("/api/webhooks/" + id).then().statusCode(403);
    other.owner().get("/api/webhooks/" + id).then().statusCode(404);
    other.change(id, Map.of("name", "Theirs")).then().statusCode(404);
    other.owner().post("/api/webhooks/" + id + "/secret").then().statusCode(404);
    other.owner().post("/api/webhooks/" + id + "/test").then().statusCode(404);
    other.owner().get("/api/webhooks/" + id + "/deliveries").then().statusCode(404);
    other.owner().delete("/api/webhooks/" + id).then().statusCode(204);
    assertThat(team.webhook(id).path("name").asText()).isEqualTo("A receiver");
    assertThat(other.owner().get("/api/webhooks").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void aTeamHasAFewWebhooksHoweverManyAreAddedAtOnce() {
    List<CompletableFuture<Integer>> additions = new ArrayList<>();
    for (int i = 0; i < 2 * MAX; i++) {
      additions.add(
          CompletableFuture.supplyAsync(() -> team.add(HERE, WebhookTeam.ALL).statusCode()));
    }
    List<Integer> answers = additions.stream().map(CompletableFuture::join).toList();

    assertThat(answers).containsOnly(201, 409);
    assertThat(team.owner().get("/api/webhooks").jsonPath().getList("items")).hasSize(MAX);
    team.add(HERE, WebhookTeam.ALL)
        .then()
        .statusCode(409)
        .body("type", endsWith("#too-many-webhooks"))
        .body("detail", containsString("3 webhooks"));
    assertThat(new WebhookTeam().added(HERE)).as("another team").isNotNull();
  }

  /** The negative control is every other test: this machine is in a permitted network. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://10.0.0.1/hook|public internet",
        "http://169.254.169.254/latest/meta-data|public internet",
        "http://[::1]:8080/|public internet",
        "http://[fd00:ec2::254]/|public internet",
        "http://does-not-exist.invalid/|public internet",
        "http://1.1.1.1:8080/|443 or 80",
        "http://2130706433/|as its host",
        "http://user:word@example.com/|user name",
        "ftp://example.com/|must begin with https",
        "https:///x|as its host",
        "not an address|such as https",
      })
  void anAddressThatIsNotPublicIsRefused(String url, String reason) {
    team.add(url, WebhookTeam.ALL)
        .then()
        .statusCode(400)
        .body("type", endsWith("#invalid"))
        .body("errors[0].field", equalTo("url"))
        .body("errors[0].message", containsString(reason));
    UUID id = team.added(HERE).id();
    team.change(id, Map.of("url", url)).then().statusCode(400);
    assertThat(team.webhook(id).path("url").asText()).isEqualTo(HERE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"n\",\"url\":\"http://127.0.0.1/\"}",
        "{\"name\":\"n\",\"url\":\"http://127.0.0.1/\",\"events\":[]}",
        "{\"name\":\"n\",\"url\":\"http://127.0.0.1/\",\"events\":[null]}",
        "{\"name\":\"n\",\"url\":\"http://127.0.0.1/\",\"events\":[\"microstorm.webhook.test\"]}",
        "{\"name\":\" \",\"url\":\"http://127.0.0.1/\",\"events\":[\"microstorm.action.done\"]}",
        "{\"name\":\"n\",\"url\":null,\"events\":[\"microstorm.action.done\"]}",
        "{\"name\":\"n\",\"url\":\"http://127.0.0.1/\",\"events\":[\"microstorm.action.done\"],\"x\":1}"
      })
  void aRequestWithoutEverythingIsRefused(String body) {
    team.owner().body(body).post("/api/webhooks").then().statusCode(400);
  }

  @Test
  void aWebhookWithoutEventsIsRefusedWithTheNumberOfEntries() {
    team.add(HERE, List.of())
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("events"))
        .body("errors[0].message", equalTo("must have 1 to 10 entries"));
  }

  @Test
  void anEventThatIsNamedTwiceCountsOnce() {
    List<String> twice = List.of("microstorm.action.done", "microstorm.action.done");

    team.add(HERE, twice)
        .then()
        .statusCode(201)
        .body("webhook.events", equalTo(List.of("microstorm.action.done")));
  }

  @Test
  void noLogLineHasASecretOrAnAddress() {
    try (LogLines lines = new LogLines()) {
      var added = team.added(HERE);
      team.test(added.id());
      team.owner().post("/api/webhooks/" + added.id() + "/secret").then().statusCode(200);
      assertThat(lines.all())
          .noneMatch(line -> line.contains("whsec_") || line.contains("token=secret"));
    }
  }

  @Test
  void deliveriesComeInPagesThatAFilterSelects() {
    UUID id = team.added(HERE).id();
    String test = team.test(id);
    assertThat(team.test(id)).as("while it waits").isEqualTo(test);
    String path = "/api/webhooks/" + id + "/deliveries";

    assertThat(team.deliveries(id)).hasSize(1);
    assertThat(team.owner().get(path + "?state=waiting").jsonPath().getList("items")).hasSize(1);
    assertThat(team.owner().get(path + "?state=failed").jsonPath().getList("items")).isEmpty();
    team.owner().get(path + "?state=unknown").then().statusCode(400);
    team.owner().get(path + "?cursor=bm8").then().statusCode(400);
    team.owner().get(path + "?limit=201").then().statusCode(400);
    team.owner().get(path + "/" + UUID.randomUUID()).then().statusCode(404);
  }
}
