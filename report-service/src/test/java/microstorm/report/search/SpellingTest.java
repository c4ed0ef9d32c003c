package microstorm.report.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import microstorm.report.ReportServiceTest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The words that somebody may have meant are those of the own team. */
@ReportServiceTest
class SpellingTest {

  private static final int MANY = 2_000;
  private static final String TYPED = "lunchon";

  @Inject Jdbi database;
  @Inject Spelling spelling;

  private final UUID team = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  /** The control is the other team, which finds its own words. */
  @Test
  void similarWordsOfAnotherTeamAreNeitherShownNorRead() throws IOException {
    database.useHandle(
        handle -> {
          fill(handle, other, MANY, "cheaper luncheon number ");
          fill(handle, team, 1, "quieter rooms ");
          handle.execute("analyze search_entry");
        });
    assertThat(meant(team)).isEmpty();
    assertThat(meant(other)).containsExactly("luncheon");
    assertThat(candidates(team)).isZero();
    assertThat(candidates(other)).isPositive();
  }

  @AfterEach
  void forget() {
    database.useHandle(
        handle -> handle.execute("delete from search_entry where team_id in (?, ?)", team, other));
  }

  private List<String> meant(UUID of) {
    return QuarkusTransaction.requiringNew().call(() -> spelling.meant(of, TYPED));
  }

  /** The texts that the index gives for a misspelt word, before they are compared with it. */
  private int candidates(UUID of) throws IOException {
    String plan =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database.withHandle(
                        handle -> {
                          handle.execute(SearchService.BY_INDEX);
                          handle.execute(Spelling.THRESHOLD);
                          return handle
                              .createQuery("explain (analyze, format json) " + Spelling.SIMILAR)
                              .bind("team", of)
                              .bind("word", TYPED)
                              .mapTo(String.class)
                              .one();
                        }));
    JsonNode index = new ObjectMapper().readTree(plan).findParent("Index Name");
    assertThat(index.path("Index Name").asText()).isEqualTo("search_entry_by_team_and_trigram");
    return index.path("Actual Rows").asInt();
  }

  private static void fill(Handle handle, UUID of, int texts, String words) {
    handle.execute(
        """
        insert into search_entry (id, kind, session_id, team_id, text, vector)
        select gen_random_uuid(), 'idea', ?, ?, ? || n, search_vector(?, 'idea', ? || n)
        from generate_series(1, ?) as n
        """,
        UUID.randomUUID(),
        of,
        words,
        of,
        words,
        texts);
  }
}
