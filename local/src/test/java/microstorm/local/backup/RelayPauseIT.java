package microstorm.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import microstorm.local.LocalSystem;
import microstorm.local.Patience;
import microstorm.local.SharedSystem;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.RunState;
import microstorm.local.standard.Brainstorm;
import org.junit.jupiter.api.Test;

/** During the pause of a backup, the services work but publish nothing. */
class RelayPauseIT {
  private static final int IDEAS = 20;
  private static final Path RELAY = Path.of("../messaging/src/main/java/microstorm/messaging");

  @Test
  void ideasAreAcknowledgedAndTheirEventsWait() throws Exception {
    LocalSystem system = SharedSystem.get();
    Brainstorm session = Brainstorm.planned().quiet();
    try (Connection ideas = connect(system)) {
      await().atMost(Patience.AT_MOST).until(() -> outbox(ideas, session) == 0);
      long waiting =
          RelayPause.during(
              List.of(connect(system)),
              () -> {
                for (int n = 0; n < IDEAS; n++) {
                  session.facilitator().onBoard("/ideas", Map.of("text", "Idea " + n)).expect(201);
                }
                return outbox(ideas, session);
              });
      // the first idea has another event, which says that writing began
      assertThat(waiting).isEqualTo(IDEAS + 1);
      await().atMost(Patience.AT_MOST).until(() -> outbox(ideas, session) == 0);
    }
  }

  @Test
  void theLockIsThatOfTheRelay() throws IOException {
    try (var sources = Files.walk(RELAY)) {
      Path table =
          sources.filter(path -> path.endsWith("OutboxTable.java")).findFirst().orElseThrow();
      assertThat(Files.readString(table))
          .contains("RELAY_LOCK = 0x%016xL".formatted(RelayPause.RELAY_LOCK));
    }
  }

  private static Connection connect(LocalSystem system) throws SQLException {
    return Endpoints.of(system.data(), RunState.readRunning(system.data()).orElseThrow())
        .connect(Microservice.IDEA);
  }

  private static long outbox(Connection ideas, Brainstorm session) throws SQLException {
    try (Statement count = ideas.createStatement();
        ResultSet row =
            count.executeQuery("select count(*) from outbox where key = '" + session.id() + "'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
