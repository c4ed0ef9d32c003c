package microstorm.report.log.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import microstorm.report.log.Logs;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.model.WarningValues;
import org.junit.jupiter.api.Test;

/** The values of warnings, with which a program can say them in another language. */
class WarningValuesTest {

  private static final LocalDate MAY_9 = LocalDate.of(2020, 5, 9);

  private static WarningValues of(String code, String body) {
    return in(code, "# Session 1: T\n\n" + body);
  }

  private static WarningValues in(String code, String log) {
    return Logs.parse(log).warnings().stream()
        .filter(warning -> warning.code().equals(code))
        .map(LogWarning::values)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWarningAboutADateHasTheDateAsItWasRead() {
    WarningValues weekday = of("weekday-mismatch", "**Date**: Friday, May 9, 2020\n");
    assertThat(weekday.date()).isEqualTo(MAY_9);
    assertThat(weekday.writtenWeekday()).isEqualTo(5);
    WarningValues ambiguous = of("date-ambiguous", "**Date**: 05/09/2020\n");
    assertThat(ambiguous.date()).isEqualTo(MAY_9);
    assertThat(ambiguous.text()).isEqualTo("05/09/2020");
    assertThat(of("date-invalid", "**Date**: Feb 30, 2020\n").text()).isEqualTo("Feb 30, 2020");
    WarningValues inferred =
        in("year-inferred", "# Session 1\nDate: 2020-05-08\n# Session 2\nDate: May 9\n");
    assertThat(inferred.date()).isEqualTo(MAY_9);
  }

  @Test
  void aWarningAboutATextHasTheText() {
    assertThat(of("kept-as-note", "**Date**: 2020-05-09\nwords\n").text()).isEqualTo("words");
    assertThat(of("unknown-section", "**Date**: 2020-05-09\n**Foo**: bar\n# Foo\n").text())
        .isEqualTo("Foo");
    WarningValues mojibake = of("mojibake", "- an applicationâ€™s\n");
    assertThat(mojibake.text()).isEqualTo("applicationâ€™s");
    assertThat(mojibake.repaired()).isEqualTo("application’s");
    String longText = "word ".repeat(100);
    assertThat(of("kept-as-note", "**Date**: 2020-05-09 at " + longText + "\n").text())
        .hasSize(Quotation.MAX)
        .endsWith("…");
  }

  @Test
  void aWarningAboutALinkHasItAndItsFlaw() {
    assertThat(of("link-without-target", "- [words]()\n").text()).isEqualTo("words");
    WarningValues malformed = of("link-malformed", "- [a](htp://example.com/x)\n");
    assertThat(malformed.text()).isEqualTo("htp://example.com/x");
    assertThat(malformed.fault()).isEqualTo("misspelt-scheme");
  }

  @Test
  void aWarningAboutARepetitionHasTheOtherLine() {
    String session = "# Session 1: A\nDate: 2020-05-09\n";
    WarningValues number = in("number-twice", session + session);
    assertThat(number.number()).isEqualTo(1);
    assertThat(number.otherLine()).isEqualTo(1);
    assertThat(in("session-twice", session + session).otherLine()).isEqualTo(1);
  }
}
