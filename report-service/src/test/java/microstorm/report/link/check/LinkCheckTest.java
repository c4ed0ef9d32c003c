package microstorm.report.link.check;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import microstorm.report.ReportServiceTest;
import microstorm.report.link.LinkedTeam;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole checks over HTTP, at a real server on this machine. */
@ReportServiceTest
@TestProfile(LinkCheckSettings.class)
class LinkCheckTest {

  private static final String PATH = "/api/link-checks";
  private static final Vertx VERTX = Vertx.vertx();

  @Inject Jdbi database;
  @Inject LinkCheckWorker worker;

  private final LinkedTeam team = new LinkedTeam();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() {
    database.useHandle(handle -> handle.execute("delete from link_check"));
    server =
        VERTX
            .createHttpServer()
            .requestHandler(
                request -> {
                  requests.add(request.method() + " " + request.path());
                  boolean gone = request.path().startsWith("/gone");
                  request.response().setStatusCode(gone ? 404 : 200).end();
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterAll
  static void end() {
    VERTX.close();
  }

  @AfterEach
  void stop() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  /** An address at a host of its own, so that no host makes others wait. */
  private String address(String path) {
    return "http://h" + UUID.randomUUID() + ".test:" + server.actualPort() + path;
  }

  private void withLinks(LinkedTeam of, String... addresses) {
    of.imported(LinkedTeam.session(1, "2026-01-02", addresses));
    of.awaitLinks(addresses.length);
  }

  private String[] addresses(int count) {
    String[] addresses = new String[count];
    for (int i = 0; i < count; i++) {
      addresses[i] = address("/" + i);
    }
    return addresses;
  }

  private JsonPath started(LinkedTeam by) {
    return by.owner().post(PATH).then().statusCode(202).extract().jsonPath();
  }

  private JsonPath status(String id) {
    return team.owner().get(PATH + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  private void awaitFinished(String id) {
    await()
        .until(
            () -> {
              worker.claim();
              return status(id).getString("state").equals("finished");
            });
  }

  @Test
  void aCheckFindsBrokenLinks() {
    withLinks(team, address("/gone"), address("/there"), "http://10.1.2.3/", "[bad](htp://x.org)");
    String location =
        team.owner()
            .post(PATH)
            .then()
            .statusCode(202)
            .body("state", equalTo("running"))
            .body("targets", equalTo(3))
            .extract()
            .header("Location");
    String id = location.substring(PATH.length() + 1);
    awaitFinished(id);
    JsonPath finished = status(id);
    assertThat(finished.getInt("checked")).isEqualTo(3);
    assertThat(finished.getMap("counts"))
        .containsEntry("works", 1)
        .containsEntry("broken", 1)
        .containsEntry("refused", 1);
    JsonPath broken = team.links("problem=broken");
    assertThat(broken.getList("items")).hasSize(1);
    assertThat(broken.getString("items[0].address")).endsWith("/gone");
    assertThat(broken.getMap("items[0].check"))
        .containsEntry("state", "broken")
        .containsEntry("status", 404)
        .containsEntry("message", "The server answered with the status 404.")
        .containsKey("checkedAt");
    assertThat(team.links("").getList("items.check.findAll { it }.state"))
        .containsExactlyInAnyOrder("broken", "works", "refused");
    assertThat(requests).hasSize(3).contains("HEAD /gone", "GET /gone", "HEAD /there");
  }

  /** The control is the same request an hour later. */
  @Test
  void aTeamStartsOneCheckAtATimeAndOnlyOncePerHour() {
    withLinks(team, addresses(1));
    String id = started(team).getString("id");
    team.owner().post(PATH).then().statusCode(409).body("type", endsWith("#link-check-running"));
    awaitFinished(id);
    String retryAfter =
        team.owner()
            .post(PATH)
            .then()
            .statusCode(429)
            .body("type", endsWith("#link-check-too-soon"))
            .extract()
            .header("Retry-After");
    assertThat(Integer.parseInt(retryAfter)).isBetween(3_000, 3_601);
    assertThat(team.owner().get(PATH).jsonPath().getString("nextAt")).isNotNull();
    passHours(1);
    assertThat(team.owner().get(PATH).jsonPath().getString("nextAt")).isNull();
    JsonPath again = started(team);
    assertThat(again.getString("state")).as("all results are recent").isEqualTo("finished");
    assertThat(again.getInt("targets")).isZero();
    passHours(24 * 8);
    assertThat(started(team).getInt("targets")).isEqualTo(1);
    assertThat(team.owner().get(PATH).jsonPath().getList("items")).hasSize(3);
  }

  private void passHours(int hours) {
    database.useHandle(
        handle -> {
          handle.execute(
              "update link_check set started_at = started_at - ? * interval '1 hour' where team_id = ?",
              hours,
              team.team);
          handle.execute(
              "update link_target set checked_at = checked_at - ? * interval '1 hour' where team_id = ?",
              hours,
              team.team);
        });
  }

  @Test
  void simultaneousRequestsStartOneCheck() {
    withLinks(team, addresses(1));
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      answers.add(CompletableFuture.supplyAsync(() -> team.owner().post(PATH).statusCode()));
    }
    assertThat(answers.stream().map(CompletableFuture::join).sorted().toList())
        .containsExactly(202, 409, 409);
  }

  @Test
  void aCheckCoversABoundedNumberOfAddresses() {
    withLinks(team, addresses(LinkCheckSettings.TARGETS + 2));
    JsonPath check = started(team);
    assertThat(check.getInt("targets")).isEqualTo(LinkCheckSettings.TARGETS);
    assertThat(check.getInt("waiting")).isEqualTo(2);
    awaitFinished(check.getString("id"));
    passHours(1);
    assertThat(started(team).getInt("targets")).as("the others").isEqualTo(2);
  }

  @Test
  void anAddressThatCannotBeCheckedIsGivenUp() {
    withLinks(team, addresses(1));
    String id = started(team).getString("id");
    database.useHandle(
        handle ->
            handle.execute(
                "update link_check_task set attempts = ?", LinkCheckWorker.MOST_ATTEMPTS));
    awaitFinished(id);
    assertThat(team.links("problem=broken").getMap("items[0].check"))
        .containsEntry("state", "unreachable")
        .containsEntry("failure", "given-up");
    assertThat(requests).isEmpty();
  }

  @Test
  void anAddressThatWasRemovedMeanwhileIsNotChecked() {
    withLinks(team, addresses(2));
    String id = started(team).getString("id");
    database.useHandle(
        handle ->
            handle.execute(
                "delete from link_place where team_id = ? and address like '%/0'", team.team));
    awaitFinished(id);
    assertThat(requests).containsExactly("HEAD /1");
    assertThat(status(id).getInt("checked")).isEqualTo(1);
  }

  @Test
  void onlyOwnersStartChecksAndOnlyTheTeamSeesThem() {
    withLinks(team, addresses(1));
    String id = started(team).getString("id");
    LinkedTeam other = new LinkedTeam();
    other.owner().get(PATH + "/" + id).then().statusCode(404);
    assertThat(other.owner().get(PATH).jsonPath().getList("items")).isEmpty();
    given().post(PATH).then().statusCode(401);
    assertThat(team.owner().get(PATH).jsonPath().getMap("items[0].counts"))
        .isEqualTo(
            Map.of(
                "works",
                0,
                "moved",
                0,
                "restricted",
                0,
                "broken",
                0,
                "unreachable",
                0,
                "refused",
                0));
  }
}
