package microstorm.report.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import microstorm.report.edition.SessionFailure;
import microstorm.report.imports.ImportStatus.ImportFailure;
import org.junit.jupiter.api.Test;

/** The stored reasons of failed imports as the API shows them. */
class ImportFailureTest {

  private static ImportFailure of(String stored) {
    return ImportFailure.of(UUID.randomUUID(), "T", stored);
  }

  @Test
  void aReasonHasItsCodeAndItsSentence() {
    ImportFailure failure = of("board-unreadable");
    assertThat(failure.code()).isEqualTo(SessionFailure.BOARD_UNREADABLE);
    assertThat(failure.reason()).startsWith("Some events of this session's board");
    assertThat(failure.eventId()).isNull();
  }

  @Test
  void aDeadLetterIsNamed() {
    UUID event = UUID.randomUUID();
    ImportFailure failure = of(SessionFailure.DEAD_LETTER.stored(event));
    assertThat(failure.code()).isEqualTo(SessionFailure.DEAD_LETTER);
    assertThat(failure.eventId()).isEqualTo(event.toString());
    assertThat(failure.reason()).endsWith("a dead letter: " + event);
  }

  @Test
  void anotherServiceRefusesWithACodeOrWithASentence() {
    UUID event = UUID.randomUUID();
    ImportFailure known = of(SessionFailure.stored("session-dead-letter", event, "A sentence."));
    assertThat(known.code()).isEqualTo(SessionFailure.SESSION_DEAD_LETTER);
    assertThat(known.reason()).contains("dead letter " + event + ".");
    ImportFailure newer = of(SessionFailure.stored("brand-new", null, "A sentence."));
    assertThat(newer.reason()).isEqualTo("A sentence.");
    assertThat(newer.code()).isNull();
  }

  @Test
  void aSentenceOfAnEarlierVersionStays() {
    ImportFailure failure = of("Some events of this session's board could not be read.");
    assertThat(failure.reason())
        .isEqualTo("Some events of this session's board could not be read.");
    assertThat(failure.code()).isNull();
  }
}
