package microstorm.report.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import microstorm.report.book.ReportCounts;
import microstorm.report.book.ReportParticipant;
import microstorm.report.book.ReportView;
import microstorm.report.book.ReportView.ReportGap;
import microstorm.report.book.ReportView.ReportIdea;
import microstorm.report.book.ReportView.ReportLink;
import microstorm.report.book.ReportView.ReportTopic;
import microstorm.report.book.SessionReports.Documented;
import microstorm.report.book.SessionReports.Setting;
import microstorm.report.course.Happening;
import microstorm.report.course.Happening.HappeningDetail;
import microstorm.report.course.HappeningKind;
import microstorm.report.course.SessionPhase;
import microstorm.report.link.LinkPage.LinkCheckResult;
import microstorm.report.link.LinkState;
import microstorm.report.link.ReportLinks.SessionLink;
import microstorm.report.link.ReportLinks.SessionLinkPlace;
import microstorm.report.link.ReportPart;
import microstorm.report.outcome.Outcome;
import microstorm.report.outcome.Outcome.ReportAction;
import microstorm.report.outcome.Outcome.ReportBreak;
import microstorm.report.outcome.Outcome.ReportComparison;
import microstorm.report.outcome.Outcome.ReportGroup;
import microstorm.report.outcome.Outcome.ReportMark;
import microstorm.report.outcome.Outcome.ReportQuiet;
import microstorm.report.outcome.Outcome.ReportVotes;
import microstorm.report.outcome.ReportCriterion;
import microstorm.report.standard.Measure;
import microstorm.report.standard.MeasureUnit;
import microstorm.report.standard.Scorecard;
import microstorm.report.standard.Scorecard.Evidence;
import microstorm.report.standard.Scorecard.StandardScore;
import microstorm.report.standard.Standard;
import microstorm.report.standard.StandardState;

/** Reports for tests and benchmarks. */
final class SampleReports {

  static final UUID FIRST_IDEA = id(1);

  private static final UUID CRITERION = id(100);
  private static final Instant START = Instant.parse("2026-11-26T13:00:00Z");

  private SampleReports() {}

  /** A session with everything that a report can have. */
  static Documented full(Locale language) {
    return documented(full(List.of(), true, false), language);
  }

  static Documented anonymous() {
    return documented(full(List.of(), true, true), Locale.ENGLISH);
  }

  /** The same while two of its ideas have not arrived. */
  static Documented incomplete() {
    return documented(full(List.of(new ReportGap("ideas", 9, 7)), false, false), Locale.ENGLISH);
  }

  /** A session whose only content is one idea. */
  static Documented withIdea(String text) {
    return withIdeas(List.of(idea(1, "idea", text)));
  }

  static Documented withIdeas(List<ReportIdea> ideas) {
    return documented(view(ideas, List.of(), none(), List.of()), Locale.ENGLISH);
  }

  /** A session with many ideas of the usual length, in topics and nested. */
  static Documented large(int ideas) {
    List<ReportTopic> topics = new ArrayList<>();
    List<ReportIdea> inTopic = new ArrayList<>();
    for (int i = 1; i <= ideas; i += 2) {
      ReportIdea build =
          idea(i + 1, "idea", "and then we look at what came out of it, number " + i);
      inTopic.add(
          idea(
              i,
              "idea",
              "Send what would be *read out* two days before, and begin with the questions of those"
                  + " who read it, number "
                  + i,
              build));
      if (inTopic.size() == 25 || i + 2 > ideas) {
        topics.add(new ReportTopic(id(100_000 + i), "Topic " + i, List.copyOf(inTopic), List.of()));
        inTopic.clear();
      }
    }
    return documented(view(List.of(), topics, none(), List.of()), Locale.ENGLISH);
  }

  private static Documented documented(ReportView report, Locale language) {
    return new Documented(report, new Setting(language, ZoneId.of("Europe/Berlin")));
  }

  private static ReportView full(List<ReportGap> missing, boolean complete, boolean anonymous) {
    ReportIdea build = idea(2, "idea", "Half the time for whoever speaks second");
    ReportIdea first =
        idea(
            1,
            "idea",
            "Send what would be read out **two days before**, and begin with questions",
            build);
    ReportIdea linked =
        new ReportIdea(
            id(3),
            "idea",
            "Read [how others do it](https://example.com/meetings?a=1&b=2) first",
            null,
            2,
            List.of(new ReportLink("how others do it", "https://example.com/meetings?a=1&b=2")),
            List.of());
    ReportIdea quote =
        idea(4, "quote", "“A meeting is an event at which minutes are kept and hours are lost.”");
    ReportIdea comparison = idea(5, "comparison", "Standing and sitting");
    ReportIdea removed =
        new ReportIdea(
            id(6),
            "idea",
            "An idea was removed by the facilitator.",
            "taken-down",
            null,
            List.of(),
            List.of());
    ReportIdea greek = idea(7, "idea", "Συντομότερες συναντήσεις, короткие встречи, Größe & Ärger");
    ReportTopic inner = new ReportTopic(id(21), "On paper", List.of(quote, comparison), List.of());
    ReportTopic outer =
        new ReportTopic(id(20), "Before the meeting", List.of(first, linked), List.of(inner));
    Outcome outcome =
        new Outcome(
            List.of(
                new ReportComparison(
                    id(5),
                    "Standing",
                    "Sitting",
                    List.of("Both have an end"),
                    List.of("Standing is shorter", "Sitting has coffee"))),
            List.of(new ReportGroup(id(30), "Shorter by default", List.of(id(1), id(3)))),
            List.of(new ReportVotes(id(1), 5), new ReportVotes(id(3), 1)),
            List.of(
                new ReportMark(id(1), CRITERION, 4.75, 6), new ReportMark(id(7), CRITERION, 2, 1)),
            List.of(
                action(
                    "Move the weekly round to *25 minutes*",
                    "Ana",
                    LocalDate.of(2026, 12, 4),
                    "open",
                    id(1)),
                action("Book the small room", null, null, "done", null)),
            List.of(action("Ask for a timer", "Ben", null, "dropped", null)),
            new ReportQuiet(600, 60, true),
            List.of(new ReportBreak(id(40), at(25), at(30))),
            5,
            2);
    ReportView view = view(List.of(greek, removed), List.of(outer), outcome, happenings());
    return new ReportView(
        view.sessionId(),
        14,
        "Shorter meetings",
        LocalDate.of(2026, 11, 26),
        complete ? SessionPhase.CLOSED : SessionPhase.CLOSING,
        complete,
        missing,
        anonymous,
        anonymous
            ? List.of()
            : List.of(
                new ReportParticipant(id(50), "Ana"), new ReportParticipant(id(51), "Ben & co")),
        "Why do our meetings take so long, and what could we do instead?",
        "We begin with questions.\n\n- Twenty-five minutes is the default\n- Nobody reads aloud",
        List.of(new ReportCriterion(CRITERION, "Costs nothing")),
        view.topics(),
        view.ideas(),
        List.of(
            new SessionLink(
                "https://example.com/meetings?a=1&b=2",
                "how others do it",
                new LinkCheckResult(
                    LinkState.BROKEN,
                    404,
                    null,
                    "The server answered with the status 404.",
                    null,
                    START),
                List.of(
                    new SessionLinkPlace(ReportPart.TOPIC, id(21), null, null),
                    new SessionLinkPlace(ReportPart.IDEA, null, id(3), null))),
            new SessionLink(
                "https://example.com/plain",
                null,
                null,
                List.of(new SessionLinkPlace(ReportPart.SUMMARY, null, null, null)))),
        3,
        new ReportCounts(2, 2, 7, 1),
        outcome,
        view.happenings(),
        scorecard(),
        null);
  }

  private static Scorecard scorecard() {
    return new Scorecard(
        1,
        "en",
        1,
        2,
        List.of(
            new StandardScore(
                Standard.QUIET_TIME,
                StandardState.KEPT,
                "Quiet time to write",
                "Kept: at least 5 minutes of quiet time. Partly: at least 2 minutes.",
                "10 min of quiet time.",
                List.of(
                    new Evidence(
                        Measure.QUIET_MINUTES,
                        "Quiet time",
                        10,
                        MeasureUnit.MINUTES,
                        "10 min",
                        SessionPhase.QUIET)),
                null),
            new StandardScore(
                Standard.NO_JUDGING,
                StandardState.PARTLY,
                "Neither praise nor criticism",
                "Kept: no hint. Partly: hints for at most a tenth of the ideas.",
                "2 hints for 7 ideas.",
                List.of(),
                "Say the rule aloud before the quiet time."),
            new StandardScore(
                Standard.ENVIRONMENT,
                StandardState.NOT_KNOWN,
                "A comfortable place",
                "Kept: all four items of the checklist.",
                "Nobody ticked the checklist.",
                List.of(),
                null)));
  }

  private static List<Happening> happenings() {
    return List.of(
        happening(0, HappeningKind.LOBBY_OPENED, detail(null, null, null)),
        happening(5, HappeningKind.QUIET_STARTED, detail(null, null, null)),
        happening(16, HappeningKind.SHARING_STARTED, detail(600L, 60L, null)),
        happening(25, HappeningKind.BREAK_STARTED, detail(null, null, null)),
        happening(30, HappeningKind.BREAK_ENDED, detail(null, null, null)),
        happening(40, HappeningKind.CONVERGING_STARTED, detail(null, null, 3)),
        happening(47, HappeningKind.AGREEING_STARTED, detail(null, null, null)),
        happening(52, HappeningKind.CLOSING, detail(null, null, null)));
  }

  private static Happening happening(int minute, HappeningKind kind, HappeningDetail detail) {
    return new Happening(at(minute), kind, detail);
  }

  private static HappeningDetail detail(Long quiet, Long paused, Integer votes) {
    return new HappeningDetail(
        null,
        null,
        null,
        quiet,
        paused,
        quiet == null ? null : true,
        votes,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static ReportView view(
      List<ReportIdea> ideas,
      List<ReportTopic> topics,
      Outcome outcome,
      List<Happening> happenings) {
    int count = ideas.size() + topics.stream().mapToInt(topic -> 2 * topic.ideas().size()).sum();
    return new ReportView(
        id(99),
        null,
        "Many ideas",
        LocalDate.of(2026, 11, 26),
        SessionPhase.CLOSED,
        true,
        List.of(),
        false,
        List.of(),
        null,
        null,
        List.of(),
        topics,
        ideas,
        List.of(),
        0,
        new ReportCounts(0, topics.size(), count, 0),
        outcome,
        happenings,
        null,
        null);
  }

  private static Outcome none() {
    return new Outcome(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), null,
        null);
  }

  private static ReportAction action(
      String text, String owner, LocalDate due, String state, UUID idea) {
    return new ReportAction(id(60), id(99), idea, text, owner, due, state, List.of(), null, null);
  }

  static ReportIdea idea(int number, String kind, String text, ReportIdea... builds) {
    return new ReportIdea(id(number), kind, text, null, null, List.of(), List.of(builds));
  }

  static UUID id(int number) {
    return new UUID(7, number);
  }
}
