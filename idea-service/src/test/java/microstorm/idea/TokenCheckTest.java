package microstorm.idea;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.testing.TestIssuer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** The token check that all services share, in a service that reads the keys from another one. */
@IdeaServiceTest
class TokenCheckTest {

  private static final UUID TEAM = UUID.randomUUID();

  private static Response with(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .get("/api/boards/{id}", UUID.randomUUID())
        .then()
        .contentType("application/problem+json")
        .extract()
        .response();
  }

  private static int statusWith(String token) {
    return with(token).statusCode();
  }

  /** The control of the attacks: this token is accepted (and finds no board). */
  @Test
  void aValidTokenIsAccepted() {
    assertThat(statusWith(TestIssuer.ownerOf(TEAM))).isEqualTo(404);
  }

  @Test
  void everyForgedOrExpiredTokenIsInvalid() {
    Map<String, Supplier<String>> attacks =
        Map.ofEntries(
            Map.entry("garbage", () -> "garbage"),
            Map.entry("alg none", () -> unsigned("none")),
            Map.entry("alg None", () -> unsigned("None")),
            Map.entry("signature cut off", () -> cut(TestIssuer.ownerOf(TEAM))),
            Map.entry("claims changed", () -> changed(TestIssuer.ownerOf(TEAM))),
            Map.entry("public key as HMAC secret", TokenCheckTest::keyConfusion),
            Map.entry(
                "unpublished key, published id",
                () ->
                    TestIssuer.sign(
                        TestIssuer.claims(TEAM, c -> {}), TestIssuer.newKey("test-key"))),
            Map.entry(
                "unpublished key",
                () -> TestIssuer.sign(TestIssuer.claims(TEAM, c -> {}), TestIssuer.newKey("mine"))),
            Map.entry(
                "expired",
                () -> TestIssuer.token(TEAM, c -> c.setExpirationTimeMinutesInTheFuture(-1))),
            Map.entry("no expiry", () -> TestIssuer.token(TEAM, c -> c.unsetClaim("exp"))),
            Map.entry(
                "not yet valid",
                () -> TestIssuer.token(TEAM, c -> c.setNotBeforeMinutesInThePast(-5))),
            Map.entry(
                "wrong audience", () -> TestIssuer.token(TEAM, c -> c.setAudience("another"))),
            Map.entry("no audience", () -> TestIssuer.token(TEAM, c -> c.unsetClaim("aud"))),
            Map.entry("wrong issuer", () -> TestIssuer.token(TEAM, c -> c.setIssuer("another"))));
    assertSoftly(
        softly ->
            attacks.forEach(
                (name, token) -> {
                  Response answer = with(token.get());
                  softly.assertThat(answer.statusCode()).as(name).isEqualTo(401);
                  softly
                      .assertThat(answer.jsonPath().getString("type"))
                      .as(name)
                      .isEqualTo("/api/problems#token-invalid");
                  softly
                      .assertThat(answer.header("WWW-Authenticate"))
                      .as(name)
                      .isEqualTo("Bearer error=\"invalid_token\"");
                }));
  }

  @Test
  void aTokenWithoutTheRoleIsNotAllowed() {
    String token = TestIssuer.token(TEAM, claims -> claims.unsetClaim("groups"));
    assertThat(statusWith(token)).isEqualTo(403);
  }

  @Test
  void theRefusalOfARequestWithoutTokenNamesTheScheme() {
    List<Headers> withoutToken =
        List.of(new Headers(), new Headers(new Header("Authorization", "Basic dTpw")));
    for (Headers headers : withoutToken) {
      given()
          .headers(headers)
          .get("/api/boards/{id}", UUID.randomUUID())
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", equalTo("Bearer"))
          .body("type", equalTo("/api/problems#token-missing"));
    }
  }

  private static String unsigned(String algorithm) {
    return encode("{\"alg\":\"" + algorithm + "\"}")
        + "."
        + encode(TestIssuer.claims(TEAM, c -> {}).toJson())
        + ".";
  }

  private static String cut(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.");
    return parts[0]
        + "."
        + encode(TestIssuer.claims(UUID.randomUUID(), c -> {}).toJson())
        + "."
        + parts[2];
  }

  private static String keyConfusion() {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(TestIssuer.claims(TEAM, c -> {}).toJson());
      signature.setAlgorithmHeaderValue("HS256");
      signature.setKeyIdHeaderValue("test-key");
      signature.setKey(
          new HmacKey(
              TestIssuer.publishedKey()
                  .toJson(OutputControlLevel.PUBLIC_ONLY)
                  .getBytes(StandardCharsets.UTF_8)));
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
