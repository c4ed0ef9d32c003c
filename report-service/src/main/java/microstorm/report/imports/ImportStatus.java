package microstorm.report.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.model.LogWarning;

/**
 * How far an import has come.
 *
 * @param state running, complete, or failed: at least one session did not get in and none is under
 *     way any more
 * @param message the same in a sentence
 * @param sessions absent: of the log book, but not of this log; held: of this log, but held here,
 *     so that nothing is taken from the log; the others of the log: read, taken in by
 *     session-service, completely readable here
 * @param ideas of these sessions: read, arrived here, part of a complete session
 * @param failures the sessions that did not get in, and why
 */
record ImportStatus(
    UUID id,
    String state,
    String message,
    Instant acceptedAt,
    Sessions sessions,
    Ideas ideas,
    boolean repaired,
    List<ImportOutcome.Change> changes,
    List<Failure> failures,
    List<LogWarning> warnings,
    int moreWarnings) {

  static final String RUNNING = "running";
  static final String COMPLETE = "complete";
  static final String FAILED = "failed";

  public record Sessions(
      int parsed,
      int created,
      int projected,
      int failed,
      int added,
      int changed,
      int unchanged,
      int held,
      int absent) {}

  public record Ideas(int parsed, int created, int projected) {}

  public record Failure(UUID sessionId, String title, String reason) {}

  static ImportStatus of(
      UUID id,
      Instant acceptedAt,
      ImportOutcome outcome,
      ImportProgress progress,
      List<Failure> failures) {
    String state = state(outcome, progress);
    return new ImportStatus(
        id,
        state,
        message(state, outcome, progress),
        acceptedAt,
        new Sessions(
            outcome.parsed(),
            progress.created(),
            progress.projected(),
            progress.failed(),
            outcome.added(),
            outcome.changed(),
            outcome.unchanged(),
            outcome.held(),
            outcome.absent()),
        new Ideas(progress.ideas(), progress.ideasCreated(), progress.ideasProjected()),
        outcome.repaired(),
        outcome.changes(),
        failures,
        outcome.warnings(),
        outcome.moreWarnings());
  }

  private static String state(ImportOutcome outcome, ImportProgress progress) {
    if (progress.projected() + progress.failed() < outcome.parsed()) {
      return RUNNING;
    }
    return progress.failed() > 0 ? FAILED : COMPLETE;
  }

  private static String absent(ImportOutcome outcome) {
    return outcome.absent() == 0
        ? ""
        : " The log book holds %d more that are not in this log; they stay as they are."
            .formatted(outcome.absent());
  }

  private static String held(ImportOutcome outcome) {
    return outcome.held() == 0
        ? ""
        : " %d more were held here and stay as they are.".formatted(outcome.held());
  }

  private static String message(String state, ImportOutcome outcome, ImportProgress progress) {
    return switch (state) {
      case RUNNING ->
          "%d of %d sessions are ready to read.".formatted(progress.projected(), outcome.parsed());
      case FAILED ->
          "%d of %d sessions did not get in; failures says which and why."
              .formatted(progress.failed(), outcome.parsed());
      default ->
          outcome.isNoOp()
              ? "Nothing to do: the log book already holds all %d sessions as they are in this log."
                  .formatted(outcome.parsed() + outcome.held())
              : "All %d sessions are in: %d added, %d changed, %d unchanged."
                      .formatted(
                          outcome.parsed(), outcome.added(), outcome.changed(), outcome.unchanged())
                  + held(outcome)
                  + absent(outcome);
    };
  }
}
