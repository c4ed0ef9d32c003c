package microstorm.session.team;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import microstorm.http.Secrets;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys of a team: adding, using and revoking them, and the rights of members. */
@SessionServiceTest
class TeamKeyTest {

  @TestHTTPResource(value = "/teams", management = true)
  URL management;

  @Inject DataSource database;
  @Inject SettableClock clock;

  private UUID team;
  private String slug;
  private String owner;
  private String firstKey;

  @BeforeEach
  void create() {
    JsonPath created =
        given()
            .contentType("application/json")
            .body(Map.of("name", "Keys"))
            .post("/api/teams")
            .jsonPath();
    team = created.getUUID("id");
    slug = created.getString("slug");
    firstKey = created.getString("ownerKey");
    owner = ownersToken(firstKey);
  }

  private ValidatableResponse exchange(Map<String, ?> proof) {
    return given()
        .contentType("application/json")
        .body(proof)
        .post("/api/teams/{slug}/tokens", slug)
        .then();
  }

  private String ownersToken(String key) {
    return exchange(Map.of("ownerKey", key)).statusCode(200).extract().path("token");
  }

  private String membersToken(String key) {
    return exchange(Map.of("memberKey", key))
        .statusCode(200)
        .body("role", equalTo("member"))
        .extract()
        .path("token");
  }

  private ValidatableResponse add(String token, Map<String, ?> key) {
    return LiveTeam.as(token).body(key).post("/api/teams/{slug}/keys", slug).then();
  }

  private JsonPath added(String name, String role) {
    return add(owner, Map.of("name", name, "role", role)).statusCode(201).extract().jsonPath();
  }

  private ValidatableResponse keys(String token) {
    return LiveTeam.as(token).get("/api/teams/{slug}/keys", slug).then();
  }

  private ValidatableResponse revoke(String token, UUID key) {
    return LiveTeam.as(token).delete("/api/teams/{slug}/keys/{key}", slug, key).then();
  }

  @Test
  void anOwnerAddsNamedKeys() {
    JsonPath second = added("Ben's laptop", "owner");
    JsonPath member = added("Everybody else", "member");
    assertThat(second.getString("key")).matches("[A-Za-z0-9_-]{43}");
    keys(owner)
        .statusCode(200)
        .body("items.name", equalTo(List.of("Everybody else", "Ben's laptop", "First key")))
        .body("items.role", equalTo(List.of("member", "owner", "owner")))
        .body("items.current", equalTo(List.of(false, false, true)))
        .body("items.key", containsInAnyOrder(nullValue(), nullValue(), nullValue()));
    keys(ownersToken(second.getString("key"))).body("items.current", hasItems(true, false, false));
    membersToken(member.getString("key"));
  }

  @Test
  void aKeyWorksForItsRoleAndTeamOnly() {
    JsonPath member = added("Member", "member");
    exchange(Map.of("ownerKey", member.getString("key")))
        .statusCode(401)
        .body("type", endsWith("owner-key-wrong"));
    exchange(Map.of("memberKey", firstKey))
        .statusCode(401)
        .body("type", endsWith("member-key-wrong"));
    exchange(Map.of("memberKey", member.getString("key"), "ownerKey", firstKey)).statusCode(400);
    exchange(Map.of()).statusCode(400).body("type", endsWith("owner-key-missing"));
    String own = slug;
    create();
    assertThat(slug).isNotEqualTo(own);
    exchange(Map.of("memberKey", member.getString("key"))).statusCode(401);
  }

  @Test
  void membersPlanAndLeadButManageNothing() {
    String member = membersToken(added("Member", "member").getString("key"));
    String session =
        LiveTeam.as(member)
            .body(Map.of("title", "Planned by a member"))
            .post("/api/sessions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    LiveTeam.as(member)
        .body(Map.of("to", "lobby"))
        .post("/api/sessions/{id}/phase", session)
        .then()
        .statusCode(200);
    LiveTeam.as(member).get("/api/sessions").then().body("items", hasSize(1));
    LiveTeam.as(member).get("/api/teams/{slug}", slug).then().body("name", equalTo("Keys"));

    keys(member).statusCode(403).body("type", endsWith("forbidden"));
    add(member, Map.of("name", "Mine", "role", "owner")).statusCode(403);
    revoke(member, UUID.randomUUID()).statusCode(403);
    LiveTeam.as(member)
        .body(Map.of("name", "Ours"))
        .patch("/api/teams/{slug}", slug)
        .then()
        .statusCode(403);
  }

  @Test
  void aRevokedKeyEndsItsTokens() {
    JsonPath key = added("Member", "member");
    JsonPath other = added("Other member", "member");
    String revoked = membersToken(key.getString("key"));
    String valid = membersToken(other.getString("key"));
    LiveTeam.as(revoked).get("/api/sessions").then().statusCode(200);

    revoke(owner, key.getUUID("keyId")).statusCode(204);
    LiveTeam.as(revoked)
        .get("/api/sessions")
        .then()
        .statusCode(401)
        .body("type", endsWith("token-invalid"));
    exchange(Map.of("memberKey", key.getString("key"))).statusCode(401);
    LiveTeam.as(valid).get("/api/sessions").then().statusCode(200);
    keys(owner).body("items", hasSize(2));
    revoke(owner, key.getUUID("keyId")).statusCode(204);
    await()
        .until(
            () ->
                TestEvents.read("session.events", team).stream()
                    .anyMatch(event -> event.type().equals("microstorm.team.key-revoked.v1")));
  }

  @Test
  void theFirstKeyCanBeReplaced() throws SQLException {
    JsonPath next = added("Next", "owner");
    UUID first = keys(owner).extract().jsonPath().getUUID("items.find { it.current }.keyId");
    String token = ownersToken(next.getString("key"));
    revoke(token, first).statusCode(204);
    keys(owner).statusCode(401);
    exchange(Map.of("ownerKey", firstKey)).statusCode(401);
    assertThat(count("select count(*) from team where id = ? and owner_key_hash is not null"))
        .as("the previous version does not accept it either")
        .isZero();
    revoke(token, next.getUUID("keyId")).statusCode(409).body("type", endsWith("last-owner-key"));
    keys(token).statusCode(200).body("items", hasSize(1));
  }

  @Test
  void ofTwoOwnerKeysOneAlwaysRemains() throws Exception {
    UUID next = added("Next", "owner").getUUID("keyId");
    UUID first = keys(owner).extract().jsonPath().getUUID("items.find { it.current }.keyId");
    ExecutorService clients = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Integer>> requests =
          List.of(
              () -> revoke(owner, next).extract().statusCode(),
              () -> revoke(owner, first).extract().statusCode());
      for (Future<Integer> status : clients.invokeAll(requests)) {
        assertThat(status.get()).isIn(204, 409, 401);
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(
            count(
                "select count(*) from team_key where team_id = ? and role = 'owner'"
                    + " and revoked_at is null"))
        .isEqualTo(1);
  }

  @Test
  void aRepeatedRequestFindsItsKey() {
    Map<String, String> key = new HashMap<>();
    key.put("name", "Again");
    key.put("role", "member");
    key.put("key", UUID.randomUUID().toString().repeat(2));
    String id = add(owner, key).statusCode(201).extract().path("keyId");
    add(owner, key).statusCode(200).body("keyId", equalTo(id));
    key.put("role", "owner");
    add(owner, key).statusCode(409).body("type", endsWith("key-in-use"));
    given()
        .contentType("application/json")
        .body(Map.of("name", "Another team", "ownerKey", firstKey))
        .post("/api/teams")
        .then()
        .statusCode(409);
  }

  @Test
  void theDayOfTheLastUseIsWrittenOnce() throws SQLException {
    JsonPath key = added("Used", "member");
    keys(owner).body("items.find { it.name == 'Used' }.lastUsedOn", nullValue());
    membersToken(key.getString("key"));
    String today = LocalDate.now(clock).toString();
    keys(owner).body("items.find { it.name == 'Used' }.lastUsedOn", equalTo(today));
    String version = "select max(xmin::text::bigint) from team_key where team_id = ?";
    long written = count(version);
    membersToken(key.getString("key"));
    assertThat(count(version)).as("the row after another use on that day").isEqualTo(written);
  }

  @Test
  void anOwnerRenamesTheTeam() {
    LiveTeam.as(owner)
        .body(Map.of("name", " Other words "))
        .patch("/api/teams/{slug}", slug)
        .then()
        .statusCode(200)
        .body("name", equalTo("Other words"))
        .body("slug", equalTo(slug));
    LiveTeam.as(owner).get("/api/teams/{slug}", slug).then().body("name", equalTo("Other words"));
    LiveTeam.as(owner).get("/api/teams/{slug}", "no-such-team").then().statusCode(404);
    String own = slug;
    create();
    LiveTeam.as(owner).get("/api/teams/{slug}", own).then().statusCode(404);
    LiveTeam.as(owner)
        .body(Map.of("name", "Theirs"))
        .patch("/api/teams/{slug}", own)
        .then()
        .statusCode(404);
    LiveTeam.as(owner).get("/api/teams/{slug}/keys", own).then().statusCode(404);
  }

  @Test
  void theKeysOfAnotherTeamLookAbsent() {
    UUID foreign = added("Foreign", "member").getUUID("keyId");
    create();
    revoke(owner, foreign).statusCode(404);
    revoke(owner, UUID.randomUUID()).statusCode(404);
  }

  @Test
  void anOperatorAddsAnOwnerKey() {
    String key =
        given()
            .post(management + "/" + slug + "/owner-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("key");
    keys(ownersToken(key)).body("items", hasSize(2));
    given().post(management + "/no-such-team/owner-keys").then().statusCode(404);
    given().post("/q/teams/" + slug + "/owner-keys").then().statusCode(404);
  }

  /** During a rolling update the previous version creates teams, too. */
  @Test
  void aTeamOfThePreviousVersionHasAKey() throws SQLException {
    String key = UUID.randomUUID().toString().repeat(2);
    slug = "previous-" + UUID.randomUUID();
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "insert into team (id, slug, name, owner_key_hash, created_at)"
                    + " values (?, ?, 'Previous', ?, now())")) {
      statement.setObject(1, UUID.randomUUID());
      statement.setString(2, slug);
      statement.setBytes(3, Secrets.hash(key));
      statement.executeUpdate();
    }
    keys(ownersToken(key)).body("items.name", equalTo(List.of("First key")));
  }

  private long count(String query) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(query)) {
      statement.setObject(1, team);
      var rows = statement.executeQuery();
      rows.next();
      return rows.getLong(1);
    }
  }
}
