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
  private final int maxBytes;

  LogImportService(LogIntake intake, Imports imports, HttpConfig http) {
    this.intake = intake;
    this.imports = imports;
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
    ParsedLog parsed =
        parse(teamId, intake.deleted(teamId), LogUpload.log(contentType, read(log)), repair);
    UUID id = intake.take(teamId, parsed, repair);
    return status(id, teamId).orElseThrow();
  }

  /** The status of the import, if it belongs to this team. */
  @Transactional
  Optional<ImportStatus> status(UUID id, UUID teamId) {
    return imports
        .find(id, teamId)
        .map(
            row ->
                ImportStatus.of(
                    id,
                    row.acceptedAt(),
                    row.outcome(),
                    imports.progress(id),
                    imports.failures(id, FAILURES_LISTED)));
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
    try {
      String text = LogText.decode(log);
      return LogParser.parse(teamId, deleted, repair ? Mojibake.repair(text) : text, LIMITS);
    } catch (LogRefused refused) {
      String where = refused.line() == null ? "" : "Line " + refused.line() + ": ";
      throw refused.problem().exception(where + refused.getMessage());
    }
  }
}
