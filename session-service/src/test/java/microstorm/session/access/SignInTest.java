package microstorm.session.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import microstorm.session.SessionServiceTest;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.junit.jupiter.api.Test;

/** Owners who sign in at a real OpenID Connect provider. */
@SessionServiceTest
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
@TestProfile(SignInTest.BySignIn.class)
class SignInTest {

  public static class BySignIn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("microstorm.access.mode", "oidc");
    }
  }

  private static String of(String user) {
    return Keycloak.idToken(user, "microstorm");
  }

  private static ValidatableResponse post(String path, Map<String, ?> body) {
    return given().contentType("application/json").body(body).post(path).then();
  }

  private static ValidatableResponse create(String name, String token) {
    return post("/api/teams", Map.of("name", name, "identityToken", token));
  }

  private static ValidatableResponse token(String slug, String token) {
    return post("/api/teams/" + slug + "/tokens", Map.of("identityToken", token));
  }

  @Test
  void aTeamBelongsToThePersonWhoCreatedIt() {
    String name = "Team " + UUID.randomUUID();
    JsonPath team = create(name, of("owner-1")).statusCode(201).extract().jsonPath();
    assertThat(team.getMap("")).doesNotContainKey("ownerKey");
    String slug = team.getString("slug");

    String owner = token(slug, of("owner-1")).statusCode(200).extract().path("token");
    given()
        .auth()
        .oauth2(owner)
        .contentType("application/json")
        .body(Map.of("title", "A session"))
        .post("/api/sessions")
        .then()
        .statusCode(201);

    token(slug, of("owner-3")).statusCode(401).body("type", endsWith("not-an-owner"));
    token("no-such-team", of("owner-1")).statusCode(401).body("type", endsWith("not-an-owner"));
    assertThat(create(name, of("owner-1")).statusCode(200).extract().jsonPath().getUUID("id"))
        .as("repeated by the same owner")
        .isEqualTo(team.getUUID("id"));
    assertThat(create(name, of("owner-3")).extract().jsonPath().getUUID("id"))
        .as("the same name from another owner")
        .isNotEqualTo(team.getUUID("id"));
  }

  @Test
  void theProviderMayNameOtherOwnersOfATeam() {
    String slug = create("Owned by two", of("owner-1")).statusCode(201).extract().path("slug");
    assertThat(slug).as("the group of this name").isEqualTo("owned-by-two");
    token(slug, of("owner-2")).statusCode(200);
    token(slug, of("owner-3")).statusCode(401);
  }

  @Test
  void concurrentRequestsCreateOneTeam() throws Exception {
    String name = "Team " + UUID.randomUUID();
    String owner = of("owner-1");
    ExecutorService clients = Executors.newFixedThreadPool(6);
    try {
      Callable<String> request =
          () -> create(name, owner).statusCode(anyOf(is(201), is(200))).extract().path("id");
      List<Future<String>> ids =
          clients.invokeAll(Stream.generate(() -> request).limit(6).toList());
      String first = ids.get(0).get();
      for (Future<String> id : ids) {
        assertThat(id.get()).isEqualTo(first);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void ownerKeysAreRefused() {
    String key = "k".repeat(43);
    post("/api/teams", Map.of("name", "By key", "ownerKey", key))
        .statusCode(400)
        .body("type", endsWith("access-by-sign-in"))
        .body("detail", containsString("/realms/owners"));
    post("/api/teams", Map.of("name", "By nothing")).statusCode(400);
    post("/api/teams/any/tokens", Map.of("ownerKey", key)).statusCode(400);
  }

  /** Each is a token that a client could obtain or forge. */
  @Test
  void onlyAnIdTokenOfTheProviderForThisInstallationIsAccepted() throws Exception {
    String good = of("owner-1");
    String[] parts = good.split("\\.");
    String none =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
    for (String bad :
        List.of(
            "words",
            parts[0] + "." + parts[1] + ".",
            none + "." + parts[1] + ".",
            signedByAnother(good),
            Keycloak.accessToken("owner-1", "microstorm"),
            Keycloak.idToken("owner-1", "another-application"))) {
      create("Refused", bad).statusCode(401).body("type", endsWith("identity-token-wrong"));
    }
    create("Accepted", good).statusCode(201);
  }

  /** The same claims and key id, signed with another key. */
  private static String signedByAnother(String token) throws Exception {
    JwtContext read =
        new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build()
            .process(token);
    JsonWebSignature forged = new JsonWebSignature();
    forged.setPayload(read.getJwtClaims().toJson());
    forged.setKeyIdHeaderValue(read.getJoseObjects().get(0).getKeyIdHeaderValue());
    forged.setAlgorithmHeaderValue("RS256");
    forged.setKey(RsaJwkGenerator.generateJwk(2048).getPrivateKey());
    return forged.getCompactSerialization();
  }
}
