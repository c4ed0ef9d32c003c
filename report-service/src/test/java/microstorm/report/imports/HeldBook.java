package microstorm.report.imports;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import microstorm.testing.TestIssuer;

/** A team whose imports block, because another transaction has locked the row of its log book. */
final class HeldBook implements AutoCloseable {

  private static final String LOG =
      "### Session : 1\n\n**Date**: 2020-05-09\n\n**Title**: Title\n\n- an idea\n";

  private final UUID team = UUID.randomUUID();
  private final ExecutorService clients;
  private final Connection holder;

  /**
   * Locks the log book of a new team.
   *
   * @param flood how many imports the team can send at a time
   */
  HeldBook(DataSource database, int flood) throws SQLException {
    post(team);
    clients = Executors.newFixedThreadPool(flood);
    holder = database.getConnection();
    holder.setAutoCommit(false);
    try (PreparedStatement lock =
        holder.prepareStatement("select 1 from log_book where team_id = ? for update")) {
      lock.setObject(1, team);
      lock.execute();
    }
  }

  static Response post(UUID team) {
    return post(team, LOG);
  }

  static Response post(UUID team, String log) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .contentType("text/markdown")
        .body(log)
        .post("/api/logs");
  }

  /** Sends imports of the team, all at once. */
  List<CompletableFuture<Response>> flood(int imports) {
    return Stream.generate(() -> CompletableFuture.supplyAsync(() -> post(team), clients))
        .limit(imports)
        .toList();
  }

  /** Releases the lock, so that the imports can end. */
  void release() throws SQLException {
    holder.rollback();
  }

  @Override
  public void close() throws SQLException {
    release();
    holder.close();
    clients.shutdown();
    try {
      clients.awaitTermination(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
