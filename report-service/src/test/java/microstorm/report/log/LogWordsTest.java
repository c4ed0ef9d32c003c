package microstorm.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.Mojibake;
import microstorm.report.log.markup.Participants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, names, links and character sets inside a line. */
class LogWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "May 07, 2020 - Wednesday|2020-05-07",
        "May 7 2020|2020-05-07",
        "2020-05-09|2020-05-09",
        "2020/5/9|2020-05-09",
        "9 May 2020|2020-05-09",
        "09.05.2020|2020-05-09",
        "Saturday, 9 May 2020|2020-05-09",
        "May 9th, 2020|2020-05-09",
        "9th of September 2020|2020-09-09",
        "Sep. 9, 2020|2020-09-09",
        "Sept 9, 2020|2020-09-09",
        "MAY 7th, 2020|2020-05-07",
        "31/12/2020|2020-12-31",
        "12/31/2020 (Thu)|2020-12-31"
      })
  void readsDatesInTheUsualForms(String text, LocalDate date) {
    DateForms.Written written = DateForms.read(text, 0, text.length()).orElseThrow();
    assertThat(written.date()).isEqualTo(date);
    assertThat(written.stop()).isEqualTo(text.length());
    if (written.pattern() != null) {
      assertThat(DateForms.format(date, written.pattern()))
          .isEqualTo(text.substring(written.start(), written.end()));
    }
    assertThat(text.startsWith("MAY") || text.startsWith("Sept "))
        .isEqualTo(written.pattern() == null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TBD",
        "2020",
        "May 2020",
        "Feb 30, 2020",
        "2020-13-01",
        "32.01.2020",
        "99999999999999999999",
        "May",
        "9 9 9",
        "1.2. words"
      })
  void findsNoDate(String text) {
    assertThat(DateForms.read(text, 0, text.length())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Raja CSP, Suresh, & Murali|Raja CSP;Suresh;Murali",
        "Ann and Bob|Ann;Bob",
        "Ann; Bob & Carl AND Dan,|Ann;Bob;Carl;Dan",
        "Andy, Sandy and Brand|Andy;Sandy;Brand",
        ", and ,|",
        "and|and"
      })
  void readsListsOfNames(String text, String names) {
    LineTemplate template = Participants.split(new LineTemplate(), text, 0, text.length());
    assertThat(String.join(";", template.values())).isEqualTo(names == null ? "" : names);
    assertThat(template.literals()).hasSize(template.values().size() + 1);
  }

  @Test
  void brokenCharactersAreRepairedAndOthersAreNot() {
    assertThat(Mojibake.repair("applicationâ€™s")).isEqualTo("application’s");
    assertThat(Mojibake.repair("â€œGrÃ¼ÃŸeâ€\u009d ðŸš€ Ã©")).isEqualTo("“Grüße” 🚀 é");
    String fine = "é ü ’ “naïve” Ö 日本語 🚀 Ã Â © â€ Ÿ";
    assertThat(Mojibake.repair(fine)).isSameAs(fine);
  }
}
