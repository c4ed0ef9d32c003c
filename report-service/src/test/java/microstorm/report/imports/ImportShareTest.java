package microstorm.report.imports;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.Test;

/** One team's imports do not delay those of other teams. */
@ReportServiceTest
class ImportShareTest {

  private static final int FLOOD = 40;

  /** One runs and twelve wait. */
  private static final int SHARE = 13;

  @Inject DataSource database;

  @Test
  void aFloodOfOneTeamLeavesRoomForTheImportsOfOthers() throws SQLException {
    List<CompletableFuture<Response>> flood;
    try (HeldBook attacker = new HeldBook(database, FLOOD)) {
      flood = attacker.flood(FLOOD);
      await("the refusals of the flood")
          .until(() -> flood.stream().filter(CompletableFuture::isDone).count() >= FLOOD - SHARE);
      for (int i = 0; i < 10; i++) {
        assertThat(HeldBook.post(UUID.randomUUID()).statusCode()).isEqualTo(202);
      }
    }
    assertThat(flood)
        .extracting(CompletableFuture::join)
        .filteredOn(answer -> answer.statusCode() != 202)
        .isNotEmpty()
        .allSatisfy(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(429);
              assertThat(refused.header("Retry-After")).isEqualTo("1");
              assertThat(refused.<String>path("type")).endsWith("#too-many-requests");
            });
  }

  /** The first import of the team takes as long as ten imports of others, and so does the rest. */
  @Test
  void aTeamRestsAfterALongImportAndOthersDoNot() throws SQLException {
    HeldBook attacker = new HeldBook(database, 2);
    List<CompletableFuture<Response>> imports = attacker.flood(2);
    for (int i = 0; i < 10; i++) {
      assertThat(HeldBook.post(UUID.randomUUID()).statusCode()).isEqualTo(202);
    }
    attacker.release();
    CompletableFuture.anyOf(imports.toArray(CompletableFuture[]::new)).join();
    assertThat(HeldBook.post(UUID.randomUUID()).statusCode()).isEqualTo(202);
    assertThat(imports).filteredOn(CompletableFuture::isDone).hasSize(1);
    attacker.close();
    assertThat(imports)
        .extracting(CompletableFuture::join)
        .allMatch(answer -> answer.statusCode() == 202);
  }

  /** No other service processes the sessions here, so they stay outstanding. */
  @Test
  void anImportIsRefusedWhileTooMuchOfTheLastOnesIsOutstanding() {
    UUID busy = UUID.randomUUID();
    assertThat(HeldBook.post(busy, log(ImportBacklog.MOST)).statusCode()).isEqualTo(202);
    assertThat(HeldBook.post(busy, log(ImportBacklog.MOST + 1)).statusCode()).isEqualTo(202);
    Response refused = HeldBook.post(busy, log(2));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.<String>path("type")).endsWith("#import-running");
    assertThat(HeldBook.post(UUID.randomUUID()).statusCode()).isEqualTo(202);
  }

  /** A log with two sessions; the argument counts sessions and ideas together. */
  private static String log(int sessionsAndIdeas) {
    int first = sessionsAndIdeas / 2 - 1;
    return "# Session 1\n"
        + "- a\n".repeat(first)
        + "# Session 2\n"
        + "- a\n".repeat(sessionsAndIdeas - 2 - first);
  }
}
