package microstorm.report.search;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.UUID;
import microstorm.report.LiveSession;
import microstorm.report.ReportServiceTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The index of search, when one of its sessions cannot be indexed. */
@ReportServiceTest
class SearchIndexerTest {

  @Inject Jdbi database;

  private final SearchedTeam team = new SearchedTeam();
  private final String word = "unreadable" + UUID.randomUUID().toString().replace("-", "");

  /** The control is the session itself, as soon as the database takes its text. */
  @Test
  void aSessionThatCannotBeIndexedDoesNotKeepOthersWaiting() {
    execute(
        "alter table search_entry add constraint search_entry_readable"
            + " check (text not like '%%%s%%') not valid".formatted(word));
    LiveSession live = new LiveSession(team.team);
    live.quiet();
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    live.publishIdea("shared", live.ideaEvent("shared").put("text", word));
    live.outcome();
    live.publish("closing", LiveSession.sample("closing"));
    live.close(1);
    await().until(() -> live.report().getBoolean("complete"));
    team.session("Cheaper lunch", "2026-01-02", "Cooking together", "Soup");
    assertThat(team.search(word).getInt("places")).isZero();
    assertThat(queued(live.session)).isPositive();

    takeEverything();
    await().until(() -> team.search(word).getInt("places") == 1);
    await().until(() -> queued(live.session) == 0);
  }

  @AfterEach
  void takeEverything() {
    execute("alter table search_entry drop constraint if exists search_entry_readable");
  }

  private int queued(UUID session) {
    return database.withHandle(
        handle ->
            handle
                .select("select count(*) from search_queue where session_id = ?", session)
                .mapTo(Integer.class)
                .one());
  }

  private void execute(String statement) {
    database.useHandle(handle -> handle.execute(statement));
  }
}
