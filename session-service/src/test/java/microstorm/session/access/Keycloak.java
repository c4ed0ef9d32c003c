package microstorm.session.access;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import microstorm.embedded.ChildProcess;
import microstorm.embedded.Ports;

/**
 * A real OpenID Connect provider, unpacked by the build: the realm {@code owners} with the client
 * {@code microstorm}. It starts once per JVM and ends with it.
 */
public class Keycloak implements QuarkusTestResourceLifecycleManager {

  private static final Path HOME = Path.of("target/keycloak").toAbsolutePath();
  private static ChildProcess process;
  private static String issuer;

  @Override
  public Map<String, String> start() {
    startOnce();
    return Map.of(
        "microstorm.access.oidc.issuer",
        issuer,
        "microstorm.access.oidc.audience",
        "microstorm",
        "microstorm.access.oidc.teams-claim",
        "groups");
  }

  @Override
  public void stop() {}

  /** The ID token of a user who signed in to an application. */
  static String idToken(String user, String application) {
    return token(user, application).getString("id_token");
  }

  /**
   * The access token that the application gets with the ID token. It is not meant for Microstorm.
   */
  static String accessToken(String user, String application) {
    return token(user, application).getString("access_token");
  }

  private static io.restassured.path.json.JsonPath token(String user, String application) {
    return given()
        .formParams(
            "grant_type",
            "password",
            "scope",
            "openid",
            "client_id",
            application,
            "username",
            user,
            "password",
            "of-" + user)
        .post(issuer + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static synchronized void startOnce() {
    if (process != null) {
      return;
    }
    int port = Ports.free();
    issuer = "http://127.0.0.1:" + port + "/realms/owners";
    try (var distribution = Files.list(HOME)) {
      Path server = distribution.findFirst().orElseThrow();
      Path realms = Files.createDirectories(server.resolve("data/import"));
      try (var realm = Keycloak.class.getResourceAsStream("/keycloak/realm.json")) {
        Files.write(realms.resolve("owners-realm.json"), realm.readAllBytes());
      }
      process =
          ChildProcess.start(
              List.of(
                  "bash",
                  server.resolve("bin/kc.sh").toString(),
                  "start-dev",
                  "--import-realm",
                  "--http-host=127.0.0.1",
                  "--http-port=" + port),
              Map.of(
                  "JAVA_OPTS_KC_HEAP",
                  "-Xms64m -Xmx384m",
                  "JAVA_OPTS_APPEND",
                  "-XX:TieredStopAtLevel=1"),
              Path.of("target/keycloak.log").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak is not unpacked in " + HOME, e);
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.handle().descendants().forEach(ProcessHandle::destroyForcibly);
                  process.stop(Duration.ofSeconds(1));
                }));
    // the first start builds the server, which takes minutes on a busy machine
    await("Keycloak").atMost(Duration.ofMinutes(5)).until(Keycloak::answers);
  }

  private static boolean answers() {
    try {
      return given().get(issuer + "/.well-known/openid-configuration").statusCode() == 200;
    } catch (Exception notYet) {
      return false;
    }
  }
}
