package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.http.HttpConfig;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;
import microstorm.report.edition.ReplacedEditions;
import microstorm.report.log.markup.Mojibake;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.parse.LogLimits;
import microstorm.report.log.parse.LogParser;
import microstorm.report.log.parse.LogRefused;
import microstorm.report.log.text.LogText;

/**
 * Parses a log and stores the import. A refused log leaves nothing behind; an accepted one is never
 * lost.
 */
@ApplicationScoped
class LogImportService {

  private static final int FAILURES_LISTED = 500;
  private static final LogLimits LIMITS = LogLimits.defaults();

  private final LogIntake intake;
  private final Imports imports;
  private final ReplacedEditions replaced;
  private final int maxBytes;

  LogImportService(LogIntake intake, Imports imports, ReplacedEditions replaced, HttpConfig http) {
    this.intake = intake;
    this.imports = imports;
    this.replaced = replaced;
    this.maxBytes = Math.toIntExact(http.maxBody().asLongValue());
  }

  /**
   * Imports a team's log.
   *
   * @param contentType the type of the body, which may be a form with the log
   * @throws ProblemException 400 if it is not UTF-8 or a form without a log, 413 if it is too
   *     large, 422 if it contains no session or exceeds a limit
   */
  ImportStatus accept(UUID teamId, InputStream log, String contentType, boolean repair) {
    byte[] bytes = LogUpload.log(contentType, read(log));
    try {
      ParsedLog parsed = parse(teamId, intake.deleted(teamId), bytes, repair);
      UUID id = intake.take(teamId, parsed, repair);
      return status(id, teamId).orElseThrow();
    } catch (LogRefused refused) {
      throw refused.problem().exception(detail(refused));
    }
  }

  /**
   * Says what an import of this log would do, without importing anything.
   *
   * @throws ProblemException 400 if it is a form without a log, 413 if it is too large, 422 if it
   *     is empty
   */
  LogCheck check(UUID teamId, InputStream log, String contentType, boolean repair) {
    byte[] bytes = LogUpload.log(contentType, read(log));
    try {
      ParsedLog parsed = parse(teamId, intake.deleted(teamId), bytes, repair);
      return LogCheck.of(intake.check(teamId, parsed, repair));
    } catch (LogRefused refused) {
      if (bytes.length == 0) {
        throw refused.problem().exception(detail(refused));
      }
      return LogCheck.refused(refused, detail(refused), repair);
    }
  }

  private static String detail(LogRefused refused) {
    String where = refused.line() == null ? "" : "Line " + refused.line() + ": ";
    return where + refused.getMessage();
  }

  /** The status of the import, if it belongs to this team. */
  @Transactional
  Optional<ImportStatus> status(UUID id, UUID teamId) {
    return imports
        .find(id, teamId)
        .map(
            row ->
                ImportStatus.of(
                    row,
                    imports.progress(id),
                    imports.failures(id, FAILURES_LISTED),
                    replaced.undoableUntil(id).orElse(null)));
  }

  private byte[] read(InputStream log) {
    try {
      byte[] bytes = log.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw CommonProblem.BODY_TOO_LARGE.exception(
            "The log is larger than %,d bytes, the most that can be imported.".formatted(maxBytes));
      }
      return bytes;
    } catch (IOException cutOff) {
      throw CommonProblem.BODY_INCOMPLETE.exception();
    }
  }

  private static ParsedLog parse(UUID teamId, Set<UUID> deleted, byte[] log, boolean repair) {
    String text = LogText.decode(log);
    return LogParser.parse(teamId, deleted, repair ? Mojibake.repair(text) : text, LIMITS);
  }
}
