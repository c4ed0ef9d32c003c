package microstorm.report.document;

import static microstorm.report.document.SpreadsheetCells.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.report.book.ReportView;
import microstorm.report.book.ReportView.ReportIdea;
import microstorm.report.book.ReportView.ReportLink;
import microstorm.report.book.ReportView.ReportTopic;
import microstorm.report.outcome.Outcome.ReportAction;
import microstorm.report.outcome.Outcome.ReportGroup;
import microstorm.report.outcome.Outcome.ReportMark;
import microstorm.report.outcome.Outcome.ReportVotes;
import microstorm.report.outcome.ReportCriterion;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables of a report for spreadsheets: CSV (RFC 4180) in UTF-8 with a byte order mark, because
 * Excel reads other encodings without one. No cell is a formula.
 */
final class CsvReport {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String STEP = " / ";

  private final ReportView report;
  private final Map<UUID, String> groups;
  private final Map<UUID, Integer> dots;
  private final Map<UUID, Map<UUID, ReportMark>> marks = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private CsvReport(ReportView report) {
    this.report = report;
    this.groups =
        report.outcome().groups().stream()
            .flatMap((ReportGroup g) -> g.ideaIds().stream().map(id -> Map.entry(id, g.name())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    this.dots =
        report.outcome().votes().stream()
            .collect(Collectors.toMap(ReportVotes::ideaId, ReportVotes::votes));
    report
        .outcome()
        .marks()
        .forEach(
            mark ->
                marks
                    .computeIfAbsent(mark.ideaId(), id -> new HashMap<>())
                    .put(mark.criterionId(), mark));
    report.ideas().forEach(idea -> add(idea, null, ""));
    report.topics().forEach(topic -> add(topic, ""));
  }

  /** The tables of a report. */
  enum Table {
    IDEAS,
    VOTES,
    ACTIONS;

    /** The value of the query parameter. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Table of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** An idea with its topic and the idea that it builds on. */
  private record Row(ReportIdea idea, UUID parent, String topic) {}

  /** The table, with a first row of column names. */
  static byte[] render(ReportView report, Table table) {
    CsvReport tables = new CsvReport(report);
    StringBuilder csv = new StringBuilder().append(BYTE_ORDER_MARK);
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecords(
          switch (table) {
            case IDEAS -> tables.ideas();
            case VOTES -> tables.votes();
            case ACTIONS -> tables.actions();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void add(ReportTopic topic, String path) {
    String here = path.isEmpty() ? topic.title() : path + STEP + topic.title();
    topic.ideas().forEach(idea -> add(idea, null, here));
    topic.topics().forEach(inner -> add(inner, here));
  }

  private void add(ReportIdea idea, UUID parent, String topic) {
    rows.add(new Row(idea, parent, topic));
    idea.ideas().forEach(build -> add(build, idea.id(), topic));
  }

  private Stream<List<?>> ideas() {
    List<?> head =
        List.of(
            "id",
            "topic",
            "kind",
            "text",
            "builds_on",
            "group",
            "room",
            "dots",
            "removal",
            "links");
    return Stream.concat(Stream.of(head), rows.stream().map(this::idea));
  }

  private List<Object> idea(Row row) {
    ReportIdea idea = row.idea;
    return cells(
        idea.id(),
        text(row.topic),
        idea.kind(),
        text(idea.text()),
        row.parent,
        text(groups.get(idea.id())),
        idea.room(),
        dots.get(idea.id()),
        idea.removal(),
        text(idea.links().stream().map(ReportLink::url).collect(Collectors.joining(" "))));
  }

  private Stream<List<?>> votes() {
    List<Object> head = cells("id", "text", "dots");
    for (ReportCriterion criterion : report.criteria()) {
      head.add(text("mean mark: " + criterion.text()));
      head.add(text("number of marks: " + criterion.text()));
    }
    return Stream.concat(Stream.of(head), rows.stream().map(row -> votes(row.idea)));
  }

  private List<Object> votes(ReportIdea idea) {
    List<Object> cells = cells(idea.id(), text(idea.text()), dots.getOrDefault(idea.id(), 0));
    for (ReportCriterion criterion : report.criteria()) {
      ReportMark mark = marks.getOrDefault(idea.id(), Map.of()).get(criterion.id());
      cells.add(mark == null ? null : mark.mean());
      cells.add(mark == null ? null : mark.count());
    }
    return cells;
  }

  private Stream<List<?>> actions() {
    List<?> head =
        List.of("id", "text", "owner", "due_on", "state", "idea_id", "session_id", "earlier");
    return Stream.of(
            Stream.of(head),
            report.outcome().actions().stream().map(action -> action(action, false)),
            report.outcome().earlierActions().stream().map(action -> action(action, true)))
        .flatMap(part -> part);
  }

  private static List<?> action(ReportAction action, boolean earlier) {
    return cells(
        action.id(),
        text(action.text()),
        text(action.owner()),
        action.dueOn(),
        action.state(),
        action.ideaId(),
        action.sessionId(),
        earlier);
  }

  private static List<Object> cells(Object... values) {
    List<Object> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(value);
    }
    return cells;
  }
}
