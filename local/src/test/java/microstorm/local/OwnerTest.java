package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.RunState;
import microstorm.local.setup.RunState.Child;
import microstorm.local.setup.StartException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first team's key, with a server that stands in for both ports of session-service. */
class OwnerTest {
  private static final String RESET = "a-new-key";

  private final Set<String> valid = ConcurrentHashMap.newKeySet();
  @TempDir private Path data;
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/api/teams/team/tokens",
        request -> {
          String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean known = valid.stream().anyMatch(key -> body.contains('"' + key + '"'));
          answer(request, known ? 200 : 401, known ? "{\"token\":\"a-token\"}" : "{}");
        });
    service.createContext(
        "/q/teams/team/owner-keys",
        request -> {
          valid.add(RESET);
          answer(request, 201, "{\"key\":\"" + RESET + "\"}");
        });
    service.start();
    Files.writeString(data.resolve("team.json"), "{\"slug\":\"team\"}");
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private static void answer(HttpExchange request, int status, String body) throws IOException {
    try (request) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      request.sendResponseHeaders(status, bytes.length);
      request.getResponseBody().write(bytes);
    }
  }

  private RunState running(Child... children) {
    return new RunState(null, port(), child("launcher"), List.of(children));
  }

  private Child child(String name) {
    return Child.of(name, "1", ProcessHandle.current(), port(), port());
  }

  private int port() {
    return service.getAddress().getPort();
  }

  private Owner owner() {
    return Owner.of(running(), data);
  }

  private void store(String key) throws IOException {
    Files.writeString(data.resolve("owner.key"), key + "\n");
  }

  @Test
  void aKeyThatIsMissingOrRefusedNamesTheCommandThatResetsIt() throws IOException {
    String command = "\n  " + LauncherCommand.of(data, "token", "--reset");
    assertThatThrownBy(owner()::token)
        .isInstanceOf(StartException.class)
        .hasMessageContaining("is missing: " + data.resolve("owner.key"))
        .hasMessageEndingWith(command);
    store("a-revoked-key");
    assertThatThrownBy(owner()::token)
        .isInstanceOf(StartException.class)
        .hasMessageContaining("refuses the owner's key in " + data.resolve("owner.key"))
        .hasMessageEndingWith(command);
    valid.add("a-revoked-key");
    assertThat(owner().token()).isEqualTo("a-token");
  }

  @Test
  void withoutATeamNoKeyIsReset() throws IOException {
    Files.delete(data.resolve("team.json"));
    assertThatThrownBy(owner()::token).hasMessageStartingWith("The team does not exist yet.");
    assertThatThrownBy(() -> OwnerKeyReset.run(owner(), running(child("session-service"))))
        .hasMessageStartingWith("The team does not exist yet.");
    assertThat(data.resolve("owner.key")).doesNotExist();
  }

  @Test
  void aResetKeyReplacesTheStoredOneAndOnlyTheUserReadsIt() throws IOException {
    store("a-lost-key");
    OwnerKeyReset.run(owner(), running(child("idea-service"), child("session-service-1")));
    assertThat(data.resolve("owner.key")).hasContent(RESET + "\n");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("owner.key"))))
        .isEqualTo("rw-------");
    assertThat(owner().token()).isEqualTo("a-token");
  }

  @Test
  void aFailedResetKeepsTheStoredKey() throws IOException {
    store("a-key");
    assertThatThrownBy(() -> OwnerKeyReset.run(owner(), running(child("idea-service"))))
        .hasMessageContaining("The session-service is not running.")
        .hasMessageEndingWith(LauncherCommand.of(data, "status"));
    Files.writeString(data.resolve("team.json"), "{\"slug\":\"another\"}");
    assertThatThrownBy(() -> OwnerKeyReset.run(owner(), running(child("session-service"))))
        .hasMessage("The team another does not exist any more.");
    assertThat(data.resolve("owner.key")).hasContent("a-key\n");
  }
}
