package microstorm.report.book;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;
import microstorm.report.log.model.LogFrame;

/** Writes the reports of a team's sessions as JSON or as files in a ZIP, one session at a time. */
@ApplicationScoped
class LogArchive {

  private static final int MAX_NAME = 50;

  private final LogExport export;
  private final SessionReports reports;
  private final ObjectMapper json;
  private final Clock clock;

  LogArchive(LogExport export, SessionReports reports, ObjectMapper json, Clock clock) {
    this.export = export;
    this.reports = reports;
    this.json = json;
    this.clock = clock;
  }

  /** The table of contents of a ZIP: {@code index.json}. */
  record Index(Instant exportedAt, String log, List<Entry> sessions) {}

  /** A session and its files. */
  record Entry(
      UUID sessionId,
      Integer number,
      String title,
      LocalDate heldOn,
      String markdown,
      String report) {}

  /** Writes {@code {"items": [reports]}}. */
  void writeJson(List<UUID> ids, OutputStream output) throws IOException {
    try (JsonGenerator generator = json.createGenerator(output)) {
      generator.writeStartObject();
      generator.writeArrayFieldStart("items");
      for (UUID id : ids) {
        Optional<ReportView> report = report(id);
        if (report.isPresent()) {
          json.writeValue(generator, report.get());
        }
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
  }

  /**
   * Writes {@code log.md}, a Markdown and a JSON file for each session, and {@code index.json}.
   * Each session that was deleted meanwhile is left out.
   */
  void writeZip(LogFrame frame, List<UUID> ids, OutputStream output) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(output)) {
      zip.putNextEntry(new ZipEntry("log.md"));
      export.write(frame, ids, zip);
      zip.closeEntry();
      List<Entry> entries = new ArrayList<>();
      for (UUID id : ids) {
        Optional<ReportView> report = report(id);
        if (report.isPresent()) {
          Entry entry = entry(entries.size() + 1, report.get());
          zip.putNextEntry(new ZipEntry(entry.markdown));
          export.write(null, List.of(id), zip);
          zip.closeEntry();
          write(zip, entry.report, report.get());
          entries.add(entry);
        }
      }
      write(zip, "index.json", new Index(clock.instant(), "log.md", entries));
    }
  }

  private void write(ZipOutputStream zip, String name, Object content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(json.writeValueAsBytes(content));
    zip.closeEntry();
  }

  /** The caller's team may read each of its reports. */
  private Optional<ReportView> report(UUID id) {
    try {
      return Optional.of(reports.view(id));
    } catch (ProblemException e) {
      if (e.type() != CommonProblem.NOT_FOUND) {
        throw e;
      }
      return Optional.empty(); // deleted meanwhile
    }
  }

  private static Entry entry(int place, ReportView report) {
    String name = "sessions/" + name(place, report);
    return new Entry(
        report.sessionId(),
        report.number(),
        report.title(),
        report.heldOn(),
        name + ".md",
        name + ".json");
  }

  /** Such as {@code 0007-2026-01-02-cheaper-lunch}, in characters that every file system takes. */
  private static String name(int place, ReportView report) {
    String day = report.heldOn() == null ? "" : report.heldOn().toString();
    String title = report.title() == null ? "" : report.title().toLowerCase(Locale.ROOT);
    String name =
        Stream.of(
                String.format(Locale.ROOT, "%04d", place), day, title.replaceAll("[^a-z0-9]+", "-"))
            .map(part -> part.replaceAll("^-+|-+$", ""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("-"));
    return name.substring(0, Math.min(MAX_NAME, name.length())).replaceAll("-+$", "");
  }
}
