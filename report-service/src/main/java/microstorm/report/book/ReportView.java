package microstorm.report.book;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.report.course.Happening;
import microstorm.report.course.SessionPhase;
import microstorm.report.download.FileName;
import microstorm.report.link.ReportLinks.SessionLink;
import microstorm.report.outcome.Outcome;
import microstorm.report.outcome.ReportCriterion;
import microstorm.report.pace.SessionPace;
import microstorm.report.standard.Scorecard;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole report: the session and the tree of its topics and ideas. */
@Schema(
    description = "A whole report: the session, the tree of its topics and ideas, and its outcome.")
public record ReportView(
    @Schema(description = "The session that this is the report of.") UUID sessionId,
    @Schema(
            description = "The number of the session in the log, if it has one.",
            minimum = "0",
            examples = "3")
        @Nullable Integer number,
    @Schema(
            description = "The title of the session. A session of a log may have none.",
            examples = "Cheaper lunch")
        @Nullable String title,
    @Schema(
            description =
                "The day on which the session was held or is planned, in its time zone. Absent if"
                    + " there is none yet.")
        @Nullable LocalDate heldOn,
    @Schema(description = "The phase of the session; `closed` for a session of a log.")
        SessionPhase phase,
    @Schema(
            description =
                "Whether the session is closed and the report contains everything that was"
                    + " accepted.")
        boolean complete,
    @Schema(
            description =
                "What the report does not contain yet. Empty if it is complete. A report that is"
                    + " not complete may have everything but the end of its session.")
        List<ReportGap> missing,
    @Schema(
            description =
                "Whether the session was anonymous. Then the report does not name the people who"
                    + " took part, and `counts` has their number. The owners of actions have names"
                    + " in every session.")
        boolean anonymous,
    @Schema(
            description =
                "The people who took part, in the order in which they joined. Empty if the session"
                    + " was anonymous.")
        List<ReportParticipant> participants,
    @Schema(
            description = "The subject of the session, in Markdown. Absent if it was not defined.",
            examples = "How can lunch become cheaper?")
        @Nullable String problem,
    @Schema(
            description = "The summary of the session, in Markdown. Absent if there is none.",
            examples = "We cook together once a week.")
        @Nullable String summary,
    @Schema(
            description =
                "The requirements for a good idea, in the order of the plan. A session of a log has"
                    + " those in its log.")
        List<ReportCriterion> criteria,
    @Schema(description = "The topics of the first level, in order.") List<ReportTopic> topics,
    @Schema(description = "The ideas that belong to no topic and build on no other idea, in order.")
        List<ReportIdea> ideas,
    @Schema(
            description =
                "The web pages that the problem, the summary, the topics, the ideas and the actions"
                    + " link to, each address once, in this order. At most 1,000.")
        List<SessionLink> links,
    @Schema(
            description = "The number of further web pages, to which only the texts lead.",
            minimum = "0",
            examples = "0")
        int moreLinks,
    @Schema(description = "The size of the whole tree.") ReportCounts counts,
    @Schema(description = "The result of the session in addition to its ideas.") Outcome outcome,
    @Schema(description = "The timeline of the session, in order. Empty for a session of a log.")
        List<Happening> happenings,
    @Schema(
            description =
                "How well the session kept the eight standards. Absent until the report is"
                    + " complete. A session of a log is scored only by what a log can show.")
        @Nullable Scorecard scorecard,
    @Schema(
            description =
                "The phases and breaks, and when ideas were written. Absent until the session is"
                    + " closing, and for a session of a log.")
        @Nullable SessionPace pace) {

  /** The name of a file with the report. */
  public FileName fileName() {
    return new FileName(heldOn, title, complete);
  }

  /** A topic with its ideas and topics, in order. */
  @Schema(description = "A topic with its ideas and its topics.")
  public record ReportTopic(
      @Schema(description = "The id of the topic.") UUID id,
      @Schema(description = "The title of the topic.", examples = "Cooking") String title,
      @Schema(description = "The ideas of the topic that build on no other idea, in order.")
          List<ReportIdea> ideas,
      @Schema(description = "The topics in this topic, in order.") List<ReportTopic> topics) {}

  /** An idea with the ideas that build on it. */
  @Schema(description = "An idea with the ideas that build on it.")
  public record ReportIdea(
      @Schema(description = "The id of the idea.") UUID id,
      @Schema(
              description =
                  "The kind of the idea. `reference` is a link alone under a topic of references."
                      + " The sides of a `comparison` are in the outcome's `comparisons`.",
              enumeration = {"idea", "quote", "reference", "note", "comparison"})
          String kind,
      @Schema(description = "The idea, in Markdown.", examples = "Cook *together* on Fridays")
          String text,
      @Schema(
              description =
                  "How somebody who leads the session removed the idea: `taken-down` can be undone,"
                      + " `redacted` cannot. The text is then a placeholder. Absent if nobody"
                      + " removed it.",
              enumeration = {"taken-down", "redacted"})
          @Nullable String removal,
      @Schema(
              description =
                  "The number of the room in which the idea was shared. Absent if the group was not"
                      + " split.",
              minimum = "1",
              examples = "2")
          @Nullable Integer room,
      @Schema(description = "The web pages that the text links to, in order.")
          List<ReportLink> links,
      @Schema(description = "The ideas that build on this one, in order.")
          List<ReportIdea> ideas) {}

  /** A web page that an idea names. */
  @Schema(description = "A web page that the text of an idea links to.")
  public record ReportLink(
      @Schema(
              description = "The text of the link; the address itself if it has none.",
              examples = "A menu")
          String title,
      @Schema(description = "The address.", examples = "https://example.com/menu") String url) {}

  /** Something that a report does not contain yet. */
  @Schema(description = "Something that the report does not contain yet.")
  public record ReportGap(
      @Schema(
              description =
                  "What is missing. `end`: the session has not closed. `board`: idea-service has not"
                      + " sealed the board, or its seal has not arrived. `participants`, `topics`,"
                      + " `ideas`, `links`, `groups`, `actions`: some of them have not arrived."
                      + " `edition`: the session and its board come from different editions of the"
                      + " log.",
              enumeration = {
                "end",
                "board",
                "participants",
                "topics",
                "ideas",
                "links",
                "groups",
                "actions",
                "edition"
              },
              examples = "ideas")
          String part,
      @Schema(
              description = "The number that the complete report has, if it is known.",
              minimum = "0",
              examples = "31")
          @Nullable Integer expected,
      @Schema(
              description = "The number that has arrived, if the expected one is known.",
              minimum = "0",
              examples = "29")
          @Nullable Integer present) {

    /** The header by which a form without a place for it says what is missing. */
    public static final String HEADER = "Report-Missing";

    /** Such as {@code end, ideas 29/31}; null if nothing is missing, so that there is no header. */
    public static @Nullable String headers(List<ReportGap> missing) {
      return missing.isEmpty()
          ? null
          : missing.stream()
              .map(
                  gap ->
                      gap.expected == null
                          ? gap.part
                          : gap.part + " " + gap.present + "/" + gap.expected)
              .collect(Collectors.joining(", "));
    }
  }
}
