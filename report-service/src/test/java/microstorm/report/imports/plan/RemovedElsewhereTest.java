package microstorm.report.imports.plan;

import static microstorm.report.log.Logs.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.imports.match.Heading;
import microstorm.report.imports.match.SessionMatcher.Here;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.outcome.SessionIds;
import org.junit.jupiter.api.Test;

/** Which sessions of a log have words that were removed from others. */
class RemovedElsewhereTest {

  private static final String LOG =
      """
      ### Session : 1

      **Date**: January 02, 2026 - Friday

      **Title**: Cheaper lunch

      #### Cooking
      - Soup
      - A secret
        - Bread
      """;

  private final ParsedSession session = parse(LOG).sessions().get(0);
  private final UUID here = UUID.randomUUID();
  private final Map<UUID, Map<UUID, String>> removed =
      Map.of(here, Map.of(SessionIds.under(here, session).ideas().get(1).id(), "Removed"));

  private RemovedElsewhere found(String title, Map<UUID, Map<UUID, String>> ideas, long most) {
    Here other = new Here(here, new Heading(7, title, null), null);
    return new RemovedElsewhere(List.of(session), List.of(other), ideas, most);
  }

  @Test
  void theWordsAreFoundUnderTheIdsOfTheOtherSession() {
    RemovedElsewhere found = found("Cheaper lunch", removed, 10);
    assertThat(found.placeholders(session.id())).isEqualTo(Map.of(1, "Removed"));
    assertThat(found.texts(session.id())).containsOnlyKeys(here);
    assertThat(found.isNotCompared(session.id())).isFalse();
  }

  /** Neither number nor title nor date is the same. */
  @Test
  void aSessionWithAnotherHeadingIsNoCorrection() {
    assertThat(found("Quieter rooms", removed, 10).placeholders(session.id())).isEmpty();
  }

  @Test
  void otherWordsStay() {
    Map<UUID, Map<UUID, String>> others = Map.of(here, Map.of(UUID.randomUUID(), "Removed"));
    RemovedElsewhere found = found("Cheaper lunch", others, 10);
    assertThat(found.placeholders(session.id())).isEmpty();
    assertThat(found.texts(session.id())).isEmpty();
  }

  @Test
  void theLimitIsSaid() {
    assertThat(found("Cheaper lunch", removed, 4).isNotCompared(session.id()))
        .as("at it")
        .isFalse();
    assertThat(found("Cheaper lunch", removed, 3).isNotCompared(session.id())).isTrue();
  }
}
