package microstorm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request whose response was lost is repeated only if it takes effect once all the same. */
class RepeatTest {

  private static final int LOST = 503;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/sessions",
        "/api/sessions/1/participants",
        "/api/boards/1/ideas",
        "/api/boards/1/votes"
      })
  void requestsWithAKeyAreRepeatedWithTheSameKey(String path) throws IOException {
    try (LossyServer server = new LossyServer(LOST, LOST, 201)) {
      server.api().post(path, "token", Map.of()).expect(201);
      assertThat(server.keys()).hasSize(3).containsOnly(server.keys().get(0));
      assertThat(server.keys().get(0).map(UUID::fromString)).as("a random UUID").isPresent();
    }
  }

  @Test
  void theRemovalOfADotIsRepeatedWithTheSameKey() throws IOException {
    try (LossyServer server = new LossyServer(LOST, 200)) {
      server.api().send("DELETE", "/api/boards/1/votes/2", "token").expect(200);
      assertThat(server.keys()).hasSize(2).containsOnly(server.keys().get(0));
      assertThat(server.keys().get(0)).isPresent();
    }
  }

  @Test
  void everyCallHasAKeyOfItsOwn() throws IOException {
    try (LossyServer server = new LossyServer(201, 201, 201, 201)) {
      Person ana = Person.join(server.api(), "1", "code", "Ana", "participant");
      Person.join(server.api(), "1", "code", "Ana", "participant");
      ana.writes("The same words");
      ana.writes("The same words");
      assertThat(server.keys()).doesNotHaveDuplicates().doesNotContain(Optional.empty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/teams",
        "/api/sessions/1/breaks",
        "/api/sessions/1/cards",
        "/api/sessions/1/rooms",
        "/api/sessions/1/join-code",
        "/api/boards/1/groups",
        "/api/boards/1/topics",
        "/api/boards/1/actions"
      })
  void requestsWithoutAKeyAreNotRepeated(String path) throws IOException {
    try (LossyServer server = new LossyServer(LOST)) {
      assertThat(server.api().post(path, "token", Map.of()).status()).isEqualTo(LOST);
      assertThat(server.keys()).containsExactly(Optional.empty());
    }
  }

  @Test
  void endingTheCurrentBreakIsNotRepeated() throws IOException {
    try (LossyServer server = new LossyServer(LOST)) {
      String path = "/api/sessions/1/breaks/current";
      assertThat(server.api().send("DELETE", path, "token").status()).isEqualTo(LOST);
      assertThat(server.keys()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/boards/1/groups", "/api/boards/1/topics", "/api/boards/1/actions"})
  void requestsWithAnIdOfTheClientAreRepeated(String path) throws IOException {
    try (LossyServer server = new LossyServer(LOST, 201)) {
      server.api().post(path, "token", Map.of("id", UUID.randomUUID().toString())).expect(201);
      assertThat(server.keys()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/sessions/1/phase", "/api/sessions/1/ready", "/api/boards/1/marks"})
  void requestsThatSetAValueAreRepeated(String path) throws IOException {
    try (LossyServer server = new LossyServer(LOST, 200)) {
      server.api().post(path, "token", Map.of()).expect(200);
    }
  }

  @Test
  void requestsWithAnOwnerKeyAreRepeated() throws IOException {
    try (LossyServer server = new LossyServer(LOST, 201, LOST, 200)) {
      server.api().createTeam("Team", "key");
      server.api().token("team", "key");
      assertThat(server.keys()).hasSize(4);
    }
  }

  @Test
  void aTeamThatTheKeyCreatedBeforeIsFound() throws IOException {
    try (LossyServer server = new LossyServer(200)) {
      server.api().createTeam("Team", "key");
      assertThat(server.keys()).hasSize(1);
    }
  }

  @Test
  void aRepeatedRequestMayFindWhatTheFirstOneCreated() throws IOException {
    try (LossyServer server = new LossyServer(LOST, 200, 200)) {
      Answer again = server.api().post("/api/boards/1/ideas", "token", Map.of());
      assertThat(again.expect(201).path("id").asText()).isEqualTo("made");
      Answer once = server.api().post("/api/boards/1/ideas", "token", Map.of());
      assertThatThrownBy(() -> once.expect(201)).isInstanceOf(CallFailed.class);
    }
  }
}
