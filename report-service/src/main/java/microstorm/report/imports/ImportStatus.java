package microstorm.report.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.model.LogWarning;

/**
 * The status of an import.
 *
 * @param state running, complete, or failed: at least one session could not be imported and no
 *     other is still being processed
 * @param message the state as a sentence
 * @param sessions {@code absent} counts sessions of the log book that are not in this log, {@code
 *     held} the sessions of this log that were held here and are not imported. Of the others:
 *     parsed, created by session-service, complete here
 * @param ideas the ideas of these sessions: parsed, arrived here, part of a complete session
 * @param failures the sessions that could not be imported, and why
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
        : " The log book also has %d that are not in this log; they stay unchanged."
            .formatted(outcome.absent());
  }

  private static String held(ImportOutcome outcome) {
    return outcome.held() == 0
        ? ""
        : " %d others were held here and stay unchanged.".formatted(outcome.held());
  }

  private static String message(String state, ImportOutcome outcome, ImportProgress progress) {
    return switch (state) {
      case RUNNING ->
          "%d of %d sessions are complete.".formatted(progress.projected(), outcome.parsed());
      case FAILED ->
          "%d of %d sessions could not be imported; see failures for the reasons."
              .formatted(progress.failed(), outcome.parsed());
      default ->
          outcome.isNoOp()
              ? "Nothing to do: the log book already has all %d sessions of this log, unchanged."
                  .formatted(outcome.parsed() + outcome.held())
              : "All %d sessions were imported: %d added, %d changed, %d unchanged."
                      .formatted(
                          outcome.parsed(), outcome.added(), outcome.changed(), outcome.unchanged())
                  + held(outcome)
                  + absent(outcome);
    };
  }
}
