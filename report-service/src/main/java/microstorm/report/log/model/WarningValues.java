package microstorm.report.log.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The values in the sentence of a warning. Whoever makes them has shortened the texts. */
@Schema(
    description =
        "The values in the sentence, for programs that say it in another language. A value is"
            + " absent if the sentence does not have it. Texts of the log are shortened to 80"
            + " characters.")
public record WarningValues(
    @Schema(
            description =
                "The text of the log that the warning is about: a date, a link, a word, an entry or"
                    + " the title of a section.",
            examples = "05/07/2020")
        @Nullable String text,
    @Schema(
            description = "The text as it would be after the repair (`mojibake`).",
            examples = "application’s")
        @Nullable String repaired,
    @Schema(
            description =
                "The date as it was read (`date-ambiguous`, `weekday-mismatch`, `year-inferred`).",
            examples = "2020-05-07")
        @Nullable LocalDate date,
    @Schema(
            description =
                "The weekday that the log has with the date, from 1 for Monday to 7 for Sunday"
                    + " (`weekday-mismatch`).",
            minimum = "1",
            maximum = "7",
            examples = "3")
        @Nullable Integer writtenWeekday,
    @Schema(description = "The number of the session (`number-twice`).", examples = "7")
        @Nullable Integer number,
    @Schema(
            description =
                "The line of the session that has the number, or the date and title, already"
                    + " (`number-twice`, `session-twice`).",
            minimum = "1",
            examples = "12")
        @Nullable Integer otherLine,
    @Schema(
            description =
                "The kind of the flaw of the link (`link-malformed`), as in the list of links.",
            examples = "no-scheme")
        @Nullable String fault,
    @Schema(
            description =
                "The first texts that were lost or not taken (`frame-kept`, `frame-replaced`).",
            examples = "[\"Our rules\"]")
        @Nullable List<String> texts,
    @Schema(description = "The number of further such texts.", minimum = "1", examples = "2")
        @Nullable Integer moreTexts) {

  /** A text of the log. */
  public static WarningValues ofText(String text) {
    return of(text, null, null);
  }

  /** A text of the log that has a date. */
  public static WarningValues ofDate(String text, LocalDate date) {
    return of(text, null, date);
  }

  /** A date. */
  public static WarningValues ofDate(LocalDate date) {
    return of(null, null, date);
  }

  /** A text of the log, before and after a repair. */
  public static WarningValues ofRepair(String text, String repaired) {
    return of(text, repaired, null);
  }

  /** A date with the weekday that the log has. */
  public static WarningValues ofWeekday(LocalDate date, DayOfWeek written) {
    return new WarningValues(null, null, date, written.getValue(), null, null, null, null, null);
  }

  /** A session that is there already; the number is null if it is not the reason. */
  public static WarningValues ofSession(@Nullable Integer number, int otherLine) {
    return new WarningValues(null, null, null, null, number, otherLine, null, null, null);
  }

  /** A malformed link with the code of its flaw. */
  public static WarningValues ofLink(String address, String fault) {
    return new WarningValues(address, null, null, null, null, null, fault, null, null);
  }

  /** Some of several texts; the number of the others may be 0. */
  public static WarningValues ofTexts(List<String> texts, int others) {
    Integer more = others == 0 ? null : others;
    return new WarningValues(null, null, null, null, null, null, null, texts, more);
  }

  private static WarningValues of(
      @Nullable String text, @Nullable String repaired, @Nullable LocalDate date) {
    return new WarningValues(text, repaired, date, null, null, null, null, null, null);
  }
}
