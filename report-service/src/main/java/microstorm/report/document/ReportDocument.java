package microstorm.report.document;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as its pages show it: everything in words and in order. Strings are plain text, which
 * the template escapes; a {@link RawString} is HTML from people's Markdown.
 *
 * @param kicker the line above the title: number, date and duration
 * @param facts the figures below the problem
 * @param missing what a report that is not complete does not contain yet, as sentences
 * @param moreLinks a sentence about the links that are not listed; otherwise empty
 * @param people the names; empty in an anonymous session
 * @param peopleCount a sentence with the number of people in an anonymous session; otherwise empty
 * @param chapters the chapters that this report has, in order
 */
record ReportDocument(
    String language,
    String title,
    String kicker,
    @Nullable RawString problem,
    List<Fact> facts,
    List<String> missing,
    @Nullable RawString summary,
    List<String> criteria,
    @Nullable Score score,
    List<Choice> chosen,
    List<Cluster> groups,
    List<Entry> ideas,
    List<Theme> themes,
    List<Task> actions,
    List<Task> earlierActions,
    List<Address> links,
    String moreLinks,
    List<Step> course,
    String zone,
    List<String> people,
    String peopleCount,
    List<Chapter> chapters,
    Map<String, String> words) {

  /** A figure with its unit. */
  record Fact(String number, String label) {}

  /** A chapter of the page. */
  record Chapter(String id, String title, List<Chapter> parts) {}

  /** How well the session kept the standards. */
  record Score(String kept, List<Kept> standards) {}

  /**
   * How well the session kept one standard.
   *
   * @param state the name of the state, for the style sheet
   */
  record Kept(
      String state,
      String sign,
      String label,
      String title,
      String rule,
      String measured,
      List<String> evidence,
      @Nullable String hint) {}

  /** An idea that got dots or marks. */
  record Choice(
      String anchor, String text, String pips, @Nullable String dots, List<String> marks) {}

  /** A group with its ideas. */
  record Cluster(String name, List<Reference> ideas) {}

  /** An idea that is shown elsewhere. */
  record Reference(String anchor, String text) {}

  /** A topic, at a level of headings from 3 to 6. */
  record Theme(String id, int level, String title, List<Entry> ideas) {}

  /**
   * An idea with those that build on it.
   *
   * @param indented whether those are further to the right; deep trees would leave no room
   */
  record Entry(
      String anchor,
      String kind,
      RawString text,
      @Nullable Comparison comparison,
      List<String> notes,
      boolean indented,
      List<Entry> builds) {

    /**
     * Whether it is just an idea, for which one element is enough: large reports consist of them.
     */
    public boolean simple() {
      return kind.equals("idea") && comparison == null && notes.isEmpty();
    }
  }

  /** The two columns of a comparison. */
  record Comparison(String title, List<RawString> similarities, List<RawString> differences) {}

  /** Something to do. */
  record Task(
      RawString what,
      @Nullable String who,
      @Nullable String until,
      String state,
      String stateLabel,
      @Nullable Reference idea) {}

  /**
   * A link.
   *
   * @param warning a sentence about a page that the last check did not reach; otherwise null
   * @param places the texts that have it
   */
  record Address(String title, String url, @Nullable String warning, List<Reference> places) {}

  /** An entry of the timeline. */
  record Step(String day, String time, String what, List<String> details, String duration) {}
}
