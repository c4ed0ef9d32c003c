package microstorm.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Behind a trusted gateway, wrong codes are counted by the address that the gateway names. */
@SessionServiceTest
@TestProfile(OtherSettings.class)
class ForwardedAddressTest {

  private static final int LIMIT = 10;

  /** Several values are several headers of that name. */
  private static int guess(UUID session, Object... forwardedFor) {
    return given()
        .headers("X-Forwarded-For", List.of(forwardedFor))
        .contentType("application/json")
        .body(Map.of("joinCode", "A".repeat(22)))
        .post("/api/sessions/{id}/participants", session)
        .statusCode();
  }

  @Test
  void theLimitOfOneAddressDoesNotAffectAnother() {
    UUID session = new LiveTeam("Behind").plan(Map.of()).id;
    for (int i = 1; i <= LIMIT; i++) {
      guess(session, "192.0.2.1");
    }
    assertThat(guess(session, "192.0.2.1")).isEqualTo(429);
    assertThat(guess(session, "192.0.2.2")).isEqualTo(403);
  }

  /** As a control, a different element of the gateway counts as a different address. */
  @Test
  void anInventedFirstElementDoesNotCount() {
    UUID session = new LiveTeam("Invented").plan(Map.of()).id;
    for (int i = 1; i <= LIMIT; i++) {
      assertThat(guess(session, "198.51.100." + i + ", 192.0.2.1")).isEqualTo(403);
    }
    assertThat(guess(session, "198.51.100.77, 192.0.2.1")).isEqualTo(429);
    assertThat(guess(session, "127.0.0.1, 192.0.2.1")).isEqualTo(429);
    assertThat(guess(session, "198.51.100.77,192.0.2.1:40312")).isEqualTo(429);
    assertThat(guess(session, "198.51.100.1, 192.0.2.2")).isEqualTo(403);
  }

  /** Some gateways add a header of their own behind the client's. */
  @Test
  void anInventedFirstHeaderDoesNotCount() {
    UUID session = new LiveTeam("Invented again").plan(Map.of()).id;
    for (int i = 1; i <= LIMIT; i++) {
      assertThat(guess(session, "198.51.100." + i, "[2001:db8::1]:403" + i)).isEqualTo(403);
    }
    assertThat(guess(session, "198.51.100.77", "2001:db8::1")).isEqualTo(429);
    assertThat(guess(session, "198.51.100.1", "2001:db8:0:1::1")).isEqualTo(403);
  }

  /** A gateway that does not know the address counts as one client. */
  @Test
  void anUnknownAddressCountsAsTheGateway() {
    UUID session = new LiveTeam("Hidden").plan(Map.of()).id;
    for (int i = 1; i <= LIMIT; i++) {
      assertThat(guess(session, "198.51.100." + i + ", unknown")).isEqualTo(403);
    }
    assertThat(guess(session, "_hidden")).isEqualTo(429);
    assertThat(guess(session, "192.0.2.1")).isEqualTo(403);
  }

  /** The control is a known scheme. */
  @Test
  void anInvalidSchemeIsRefused() {
    assertThat(createTeam("%%%").statusCode()).isEqualTo(400);
    Response created = createTeam("https");
    assertThat(created.statusCode()).isEqualTo(201);
  }

  private static Response createTeam(String scheme) {
    return given()
        .header("X-Forwarded-Proto", scheme)
        .contentType("application/json")
        .body(Map.of("name", "Behind a gateway"))
        .post("/api/teams");
  }
}
