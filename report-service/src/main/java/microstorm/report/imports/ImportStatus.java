package microstorm.report.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.report.edition.SessionFailure;
import microstorm.report.imports.plan.FoundSession;
import microstorm.report.imports.plan.ImportOutcome;
import microstorm.report.log.model.LogWarning;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The status of an import. */
@Schema(description = "The status of an import.")
record ImportStatus(
    @Schema(description = "The id of the import.") UUID id,
    @Schema(description = "The state of the import.") ImportState state,
    @Schema(
            description = "The state as a sentence.",
            examples = "All 4 sessions were imported: 3 added, 1 changed, 0 unchanged.")
        String message,
    @Schema(description = "The time at which the log was accepted.") Instant acceptedAt,
    @Schema(description = "The sessions of the log, by progress and by change.")
        ImportedSessions sessions,
    @Schema(description = "The ideas of these sessions, by progress.") ImportedIdeas ideas,
    @Schema(
            description =
                "Whether the import was asked to repair wrongly encoded characters (`repair`).")
        boolean repaired,
    @Schema(description = "The sessions that were added or changed, the first 500.")
        List<ImportOutcome.ImportChange> changes,
    @Schema(
            description =
                "The sessions that were found in the log, in its order, at most 500; sessions that"
                    + " are new or have changed come before others.")
        List<FoundSession> found,
    @Schema(description = "The sessions that could not be imported, the first 500.")
        List<ImportFailure> failures,
    @Schema(
            description =
                "Places in the log that its author may want to check, in the order of the lines.")
        List<LogWarning> warnings,
    @Schema(
            description = "The number of warnings that are not listed.",
            minimum = "0",
            examples = "0")
        int moreWarnings,
    @Schema(
            description =
                "The time until which the import can be undone. Absent if it changed nothing or"
                    + " cannot be undone any more.")
        @Nullable Instant undoableUntil) {

  /** The sessions of an import, by progress and by change. */
  @Schema(
      description =
          "The numbers of sessions. `parsed` is the sum of `added`, `changed` and `unchanged`;"
              + " `held` and `absent` are not part of it.")
  public record ImportedSessions(
      @Schema(description = "Sessions that were taken from the log.", minimum = "0", examples = "4")
          int parsed,
      @Schema(
              description = "Of these, sessions that the team has in its list.",
              minimum = "0",
              examples = "4")
          int created,
      @Schema(
              description = "Of these, sessions with a complete report.",
              minimum = "0",
              examples = "3")
          int complete,
      @Schema(
              description = "Of these, sessions that could not be imported.",
              minimum = "0",
              examples = "0")
          int failed,
      @JsonUnwrapped SessionChanges changes) {}

  /** The ideas of an import, by progress. */
  @Schema(description = "The numbers of ideas.")
  public record ImportedIdeas(
      @Schema(description = "Ideas that were taken from the log.", minimum = "0", examples = "60")
          int parsed,
      @Schema(description = "Of these, ideas in a report.", minimum = "0", examples = "60")
          int created,
      @Schema(description = "Of these, ideas in a complete report.", minimum = "0", examples = "48")
          int complete) {}

  /** A session that could not be imported. */
  @Schema(description = "A session that could not be imported.")
  public record ImportFailure(
      @Schema(description = "The id of the session.") UUID sessionId,
      @Schema(
              description = "The title of the session. Absent if the log gives none.",
              examples = "Cheaper lunch")
          @Nullable String title,
      @Schema(
              description = "The reason as a sentence.",
              examples = "Some events of this session's board could not be read.")
          String reason,
      @Schema(description = "The reason as a code. Absent in imports of earlier versions.")
          @Nullable SessionFailure code,
      @Schema(
              description = "The id of the event that is a dead letter. Absent for other reasons.",
              examples = "0190a000-0000-7000-8000-000000000001")
          @Nullable String eventId) {

    /** Reads a stored reason: a code, which the id of an event may follow, or a sentence. */
    static ImportFailure of(UUID sessionId, @Nullable String title, String stored) {
      String[] parts = stored.split(" ", 2);
      String event = parts.length > 1 ? parts[1] : null;
      return SessionFailure.of(parts[0])
          .map(
              failure ->
                  new ImportFailure(sessionId, title, failure.sentence(event), failure, event))
          .orElseGet(() -> new ImportFailure(sessionId, title, stored, null, null));
    }
  }

  static ImportStatus of(
      Imports.Row row,
      ImportProgress progress,
      List<ImportFailure> failures,
      Instant undoableUntil) {
    ImportOutcome outcome = row.outcome();
    ImportState state = state(progress);
    return new ImportStatus(
        row.id(),
        state,
        message(state, outcome, progress),
        row.acceptedAt(),
        new ImportedSessions(
            outcome.parsed(),
            progress.created(),
            progress.projected(),
            progress.failed(),
            SessionChanges.of(outcome)),
        new ImportedIdeas(progress.ideas(), progress.ideasCreated(), progress.ideasProjected()),
        outcome.repaired(),
        outcome.changes(),
        row.found(),
        failures,
        outcome.warnings(),
        outcome.moreWarnings(),
        undoableUntil);
  }

  private static ImportState state(ImportProgress progress) {
    if (progress.projected() + progress.failed() < progress.sessions()) {
      return ImportState.RUNNING;
    }
    return progress.failed() > 0 ? ImportState.FAILED : ImportState.COMPLETE;
  }

  private static String deleted(int sessions) {
    return switch (sessions) {
      case 0 -> "";
      case 1 -> " One of them was deleted later.";
      default -> " %d of them were deleted later.".formatted(sessions);
    };
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

  private static String message(ImportState state, ImportOutcome outcome, ImportProgress progress) {
    return switch (state) {
      case RUNNING ->
          "%d of %d sessions are complete.".formatted(progress.projected(), outcome.parsed());
      case FAILED ->
          "%d of %d sessions could not be imported; see failures for the reasons."
              .formatted(progress.failed(), outcome.parsed());
      case COMPLETE ->
          outcome.isNoOp()
              ? "Nothing to do: the log book already has all %d sessions of this log, unchanged."
                  .formatted(outcome.parsed() + outcome.held())
              : "All %d sessions were imported: %d added, %d changed, %d unchanged."
                      .formatted(
                          outcome.parsed(), outcome.added(), outcome.changed(), outcome.unchanged())
                  + deleted(outcome.parsed() - progress.sessions())
                  + held(outcome)
                  + absent(outcome);
    };
  }
}
