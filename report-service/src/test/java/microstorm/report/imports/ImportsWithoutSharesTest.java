package microstorm.report.imports;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import microstorm.testing.TestIssuer;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** The negative control of {@link ImportShareTest}: shares as large as the total. */
@QuarkusTest
@TestProfile(ImportsWithoutSharesTest.Unfair.class)
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "reports"))
@QuarkusTestResource(TestIssuer.class)
class ImportsWithoutSharesTest {

  private static final int RUNNING = 2;
  private static final int WAITING = 2;
  private static final int FLOOD = 10;

  /** A team may have all of them. */
  public static class Unfair implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      String imports = "microstorm.workloads.imports.";
      return Map.of(
          imports + "running", "" + RUNNING,
          imports + "running-per-team", "" + RUNNING,
          imports + "running-per-client", "" + RUNNING,
          imports + "waiting", "" + WAITING,
          imports + "waiting-per-team", "" + WAITING,
          imports + "waiting-per-client", "" + WAITING,
          imports + "patience", "90s");
    }
  }

  @Inject DataSource database;

  @Test
  void theOthersAreRefused() throws SQLException {
    try (HeldBook attacker = new HeldBook(database, FLOOD)) {
      List<CompletableFuture<Response>> flood = attacker.flood(FLOOD);
      await("the refusals of the flood")
          .until(
              () ->
                  flood.stream().filter(CompletableFuture::isDone).count()
                      == FLOOD - RUNNING - WAITING);
      Response refused = HeldBook.post(UUID.randomUUID());
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(refused.<String>path("type")).endsWith(":busy");
    }
  }
}
