package microstorm.report.log.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import microstorm.report.log.Logs;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.text.LogText;
import microstorm.report.log.text.NotUtf8;
import microstorm.testing.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLimitsTest {
  private static final LogLimits SMALL = new LogLimits(2, 2, 3, 2, 10, 5, 2, 100, 2);

  private static LogRefused refused(String text) {
    return catchThrowableOfType(LogRefused.class, () -> LogParser.parse(Logs.TEAM, text, SMALL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# Session 1~# Session 2~# Session 3~|too-many-sessions|3",
        "# Session 1~**a**:~**b**:~**c**:~|too-many-topics|4",
        "# Session 1~- a~- b~- c~- d~|log-too-many-ideas|5",
        "# Session 1~- a~  - b~    - c~|log-too-deep|4",
        "# Session 1~- 01234567890~|idea-too-long|2",
        "# Session 1~Problem: 01234567890~|text-too-long|2",
        "# Session 1~Title: 012345~|title-too-long|2",
        "# Session 1: 012345~|title-too-long|1",
        "# Session 1~**012345**:~|title-too-long|2",
        "# Session 1~Participants: 012345~|name-too-long|2",
        "# Session 1~Participants: a, b, c~|log-too-many-participants|2"
      })
  void aLogBeyondALimitIsRefusedWithTheLine(String text, String code, int line) {
    LogRefused refused = refused(text.replace('~', '\n'));
    assertThat(refused.problem().id()).isEqualTo(code);
    assertThat(refused.line()).isEqualTo(line);
    assertThat(refused.getMessage()).contains("at most").endsWith(".");
    assertThat(refused.found()).isGreaterThan(refused.limit());
  }

  @Test
  void aLogAtTheLimitsIsAccepted() {
    String text =
        "# Session 1\n"
            + "Title: 01234\n"
            + "Participants: a, b\n"
            + "**a**:\n"
            + "- 0123456789\n"
            + "  - b\n"
            + "**b**:\n"
            + "- c\n"
            + "# Session 2\n";
    assertThat(LogParser.parse(Logs.TEAM, text, SMALL).sessions()).hasSize(2);
  }

  @Test
  void aSessionIsMeasuredInBytes() {
    LogRefused refused = refused("# Session 1\n" + "ééé\n\n".repeat(12));
    assertThat(refused.problem().id()).isEqualTo("session-too-large");
    assertThat(refused.getMessage()).contains("at most 100").contains("Found 1");
  }

  @Test
  void nulIsRefused() {
    LogRefused refused = refused("# Session 1\n\r\n- a\0b");
    assertThat(refused.problem().id()).isEqualTo("control-character");
    assertThat(refused.line()).isEqualTo(3);
  }

  @Test
  void aLogWithoutSessionsIsRefusedWithAnExampleHeading() {
    assertThat(refused(""))
        .hasMessageContaining("### Session : 1")
        .extracting(refused -> refused.problem().id())
        .isEqualTo("no-session");
  }

  @Test
  void warningsAreCountedBeyondTheLimit() {
    ParsedLog log = LogParser.parse(Logs.TEAM, "# Session 1\nx\n\ny\n\nz\n", SMALL);
    assertThat(log.warnings()).hasSize(2);
    assertThat(log.moreWarnings()).isEqualTo(3);
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithOffsetAndLine() {
    byte[] bytes = {'a', '\n', 'b', (byte) 0xC3, (byte) 0xA9, (byte) 0xE9, 'c'};
    assertThatThrownBy(() -> LogText.decode(bytes))
        .isInstanceOfSatisfying(
            NotUtf8.class,
            refused -> {
              assertThat(refused.offset()).isEqualTo(5);
              assertThat(refused.line()).isEqualTo(2);
            });
    assertThat(LogText.decode(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'x'}))
        .isEqualTo("\uFEFFx");
    assertThatThrownBy(() -> LogText.decode(new byte[] {'a', (byte) 0xE2, (byte) 0x82}))
        .isInstanceOfSatisfying(
            NotUtf8.class, refused -> assertThat(refused.offset()).isEqualTo(1));
    assertThatThrownBy(() -> LogText.decode(new byte[] {(byte) 0xC0, (byte) 0x80}))
        .isInstanceOf(NotUtf8.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Session 1\n",
        "# Session 1\n- a\n",
        "# Session 1\nDate: May 07, 2020 - Thursday\n",
        "# Session 1\n- [a](b[a](b\n- <!--\n~~~\n",
        "# Session 1\n- ’â€™â€™\n\nx\n\n> y\n"
      })
  void theWorkIsLinearInTheLengthOfTheLog(String session) {
    double growth =
        Growth.factor(
            2_000,
            sessions -> {
              String log = session.repeat(sessions);
              return () -> LogParser.parse(Logs.TEAM, log, LogLimits.defaults());
            });
    assertThat(growth).isLessThan(Growth.OF_LINEAR_WORK_AT_MOST);
  }
}
