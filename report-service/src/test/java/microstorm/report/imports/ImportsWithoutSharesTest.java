package microstorm.report.imports;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.Test;

/** The negative control of {@link ImportShareTest}: shares as large as the total. */
@ReportServiceTest
@TestProfile(ImportsWithoutSharesTest.Unfair.class)
class ImportsWithoutSharesTest {

  private static final int RUNNING = 2;
  private static final int WAITING = 2;
  private static final int FLOOD = 10;

  /** One team may use the whole capacity. */
  public static class Unfair implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>();
      for (String share : List.of("", "-per-team", "-per-client")) {
        settings.put("microstorm.workloads.imports.running" + share, "" + RUNNING);
        settings.put("microstorm.workloads.imports.waiting" + share, "" + WAITING);
      }
      settings.put("microstorm.workloads.imports.rest-percent", "0");
      settings.put("microstorm.workloads.imports.patience", "90s");
      for (String documents : List.of("exports", "reports")) {
        settings.put("microstorm.workloads." + documents + ".patience", "100ms");
        settings.put("microstorm.workloads." + documents + ".stalled", "3s");
      }
      return settings;
    }
  }

  @Inject DataSource database;

  @Test
  void otherTeamsWaitForTheAttacker() throws SQLException {
    List<CompletableFuture<Response>> flood;
    CompletableFuture<Response> victim;
    try (HeldBook attacker = new HeldBook(database, FLOOD)) {
      flood = attacker.flood(FLOOD);
      await("the refusals of the flood")
          .until(
              () ->
                  flood.stream().filter(CompletableFuture::isDone).count()
                      == FLOOD - RUNNING - WAITING);
      victim = CompletableFuture.supplyAsync(() -> HeldBook.post(UUID.randomUUID()));
      await("the attacker's place for the victim")
          .until(
              () ->
                  flood.stream().filter(CompletableFuture::isDone).count()
                      == FLOOD - RUNNING - WAITING + 1);
      assertThat(victim).isNotDone();
    }
    assertThat(victim.join().statusCode()).isEqualTo(202);
    assertThat(flood)
        .extracting(CompletableFuture::join)
        .filteredOn(answer -> answer.statusCode() == 503)
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.header("Retry-After")).isEqualTo("1");
              assertThat(refused.<String>path("type")).endsWith("#busy");
            });
  }
}
