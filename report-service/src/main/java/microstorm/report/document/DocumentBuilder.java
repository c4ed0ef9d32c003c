package microstorm.report.document;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import microstorm.report.book.ReportView;
import microstorm.report.book.ReportView.ReportGap;
import microstorm.report.book.SessionReports.Setting;
import microstorm.report.course.Happening;
import microstorm.report.course.HappeningKind;
import microstorm.report.document.ReportDocument.Chapter;
import microstorm.report.document.ReportDocument.Fact;
import microstorm.report.document.ReportDocument.Kept;
import microstorm.report.document.ReportDocument.Score;
import microstorm.report.document.ReportDocument.Task;
import microstorm.report.document.ReportDocument.Theme;
import microstorm.report.outcome.Outcome.ReportAction;
import microstorm.report.outcome.ReportCriterion;
import microstorm.report.standard.Scorecard;
import microstorm.report.standard.Scorecard.StandardScore;
import microstorm.report.standard.StandardState;

/** Builds the document of a report in the language of its session. */
final class DocumentBuilder {

  private static final Map<StandardState, String> SIGNS =
      Map.of(
          StandardState.KEPT, "✓",
          StandardState.PARTLY, "◐",
          StandardState.MISSED, "✗",
          StandardState.NOT_KNOWN, "?");

  private final ReportView report;
  private final Setting setting;
  private final Texts texts;
  private final IdeaEntries entries;
  private final LinkEntries links;

  private DocumentBuilder(ReportView report, Setting setting) {
    this.report = report;
    this.setting = setting;
    this.texts = Texts.in(setting.language());
    this.entries = new IdeaEntries(report, texts);
    this.links = new LinkEntries(report, entries, texts);
  }

  static ReportDocument of(ReportView report, Setting setting) {
    return new DocumentBuilder(report, setting).build();
  }

  private ReportDocument build() {
    List<Theme> themes = entries.themes();
    return new ReportDocument(
        texts.language(),
        title(report, texts),
        kicker(),
        report.problem() == null ? null : Markdown.text(report.problem()),
        facts(),
        report.missing().stream().map(this::gap).toList(),
        report.summary() == null ? null : Markdown.text(report.summary()),
        report.criteria().stream().map(ReportCriterion::text).toList(),
        report.scorecard() == null ? null : score(report.scorecard()),
        entries.chosen(),
        entries.groups(),
        entries.loose(),
        themes,
        report.outcome().actions().stream().map(this::task).toList(),
        report.outcome().earlierActions().stream().map(this::task).toList(),
        links.all(),
        report.moreLinks() > 0 ? texts.count("moreLinks", report.moreLinks()) : "",
        Course.of(report.happenings(), texts, setting.zone()),
        texts.of("zone", setting.zone().getId()),
        report.participants().stream().map(person -> person.name()).toList(),
        anonymousPeople(),
        chapters(themes),
        texts.all());
  }

  /** The number of people in an anonymous session as a sentence; otherwise empty. */
  private String anonymousPeople() {
    int people = report.counts().participants();
    return report.anonymous() && people > 0 ? texts.count("anonymous", people) : "";
  }

  /** The title of a report, which is never empty. */
  static String title(ReportView report, Texts texts) {
    return report.title() == null || report.title().isBlank()
        ? texts.of("untitled")
        : report.title();
  }

  private String kicker() {
    return Stream.of(
            Optional.of(
                report.number() == null
                    ? texts.of("unnumbered")
                    : texts.of("session", report.number())),
            Optional.ofNullable(report.heldOn()).map(texts::day),
            duration().map(texts::duration))
        .flatMap(Optional::stream)
        .reduce((before, after) -> before + " · " + after)
        .orElseThrow();
  }

  /** From the beginning of silent writing to the end. */
  private Optional<Duration> duration() {
    Optional<Instant> start = first(HappeningKind.QUIET_STARTED);
    Optional<Instant> end = first(HappeningKind.CLOSING);
    return start.flatMap(from -> end.map(to -> Duration.between(from, to)));
  }

  private Optional<Instant> first(HappeningKind kind) {
    return report.happenings().stream()
        .filter(happening -> happening.kind() == kind)
        .map(Happening::happenedAt)
        .findFirst();
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("people", report.counts().participants()));
    facts.add(fact("ideas", report.counts().ideas()));
    if (entries.builds() > 0) {
      facts.add(fact("builds", entries.builds()));
    }
    if (!report.outcome().actions().isEmpty()) {
      facts.add(fact("tasks", report.outcome().actions().size()));
    }
    return facts;
  }

  private Fact fact(String key, int number) {
    return new Fact(texts.number(number), texts.form(key, number));
  }

  private Score score(Scorecard card) {
    return new Score(
        texts.of("scorecard.kept", card.kept(), card.standards().size()),
        card.standards().stream().map(this::kept).toList());
  }

  private Kept kept(StandardScore score) {
    return new Kept(
        score.state().label(),
        SIGNS.get(score.state()),
        texts.of("state." + score.state().label()),
        score.title(),
        score.rule(),
        score.measured(),
        score.evidence().stream()
            .map(evidence -> evidence.label() + " " + evidence.text())
            .toList(),
        score.hint());
  }

  private String gap(ReportGap gap) {
    return texts.of("missing." + gap.part(), gap.expected(), gap.present());
  }

  private Task task(ReportAction action) {
    return new Task(
        Markdown.idea(action.text()),
        action.owner(),
        action.dueOn() == null ? null : texts.shortDay(action.dueOn()),
        action.state(),
        texts.of(action.state()),
        action.ideaId() == null ? null : entries.reference(action.ideaId()));
  }

  private List<Chapter> chapters(List<Theme> themes) {
    List<Chapter> chapters = new ArrayList<>();
    chapter(chapters, "summary", report.summary() != null);
    chapter(chapters, "criteria", !report.criteria().isEmpty());
    chapter(
        chapters,
        "chosen",
        !(report.outcome().votes().isEmpty() && report.outcome().marks().isEmpty()));
    chapter(chapters, "actions", !report.outcome().actions().isEmpty());
    chapter(chapters, "earlierActions", !report.outcome().earlierActions().isEmpty());
    chapter(chapters, "groups", !report.outcome().groups().isEmpty());
    if (report.counts().ideas() > 0 || !themes.isEmpty()) {
      List<Chapter> parts =
          themes.stream().map(theme -> new Chapter(theme.id(), theme.title(), List.of())).toList();
      chapters.add(new Chapter("allIdeas", texts.of("allIdeas"), parts));
    }
    chapter(chapters, "links", !links.all().isEmpty());
    chapter(chapters, "course", !report.happenings().isEmpty());
    chapter(chapters, "participants", report.counts().participants() > 0);
    return chapters;
  }

  private void chapter(List<Chapter> chapters, String key, boolean present) {
    if (present) {
      chapters.add(new Chapter(key, texts.of(key), List.of()));
    }
  }
}
