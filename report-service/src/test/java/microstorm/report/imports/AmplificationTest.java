package microstorm.report.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.UUID;
import microstorm.report.edition.ParsedEvents;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.parse.LogLimits;
import microstorm.report.log.parse.LogParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bounds the bytes of events, layouts and warnings that a byte of a log becomes in the worst case.
 */
class AmplificationTest {

  private static final UUID TEAM = UUID.randomUUID();
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private static int length(Object value) {
    try {
      return JSON.writeValueAsBytes(value).length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The limits are the measured values plus a fifth; docs/limits.md has the figures. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sessions without anything | # Session 1~ | 5000 | 1 | 32",
        "sessions of one idea | # Session 1~- a~ | 5000 | 1 | 39",
        "ideas of one letter | - a~ | 1 | 4999 | 61",
        "notes of one letter | x~~ | 1 | 4999 | 102",
        "topics of one letter | **a**:~ | 1 | 499 | 31",
        "links | - http://a http://a http://a~ | 1 | 4999 | 10",
        "emoji | - \uD83D\uDE00~ | 1 | 4999 | 52"
      })
  void isBounded(String name, String piece, int sessions, int pieces, double most) {
    String log =
        (sessions > 1 ? piece : "# Session 1\n" + piece.repeat(pieces))
            .replace('~', '\n')
            .repeat(sessions);
    ParsedLog parsed = LogParser.parse(TEAM, log, LogLimits.defaults());
    long bytes = length(parsed.warnings());
    for (ParsedSession session : parsed.sessions()) {
      bytes += length(ParsedEvents.of(TEAM, 1, session)) + length(session.layout());
    }
    assertThat((double) bytes / log.length()).isLessThan(most);
  }
}
