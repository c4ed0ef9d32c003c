package microstorm.report.imports.undo;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.imports.DeletedImports.Remains;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the undo of an import changed. */
@Schema(
    description =
        "What the undo of an import changed. The sessions and boards of the other services follow"
            + " within moments.")
public record UndoneImport(
    @Schema(description = "The id of the import.") UUID id,
    @Schema(
            description = "The number of sessions that the import had brought, which were removed.",
            minimum = "0",
            examples = "2")
        int removed,
    @Schema(
            description =
                "The number of sessions that the import had changed, which are as before again.",
            minimum = "0",
            examples = "3")
        int restored,
    @Schema(description = "The time of the undo.") Instant undoneAt) {

  /** The undo of which this remains; empty if the import was deleted and not undone. */
  static Optional<UndoneImport> of(Remains remains) {
    return Optional.ofNullable(remains.restored())
        .map(
            restored ->
                new UndoneImport(remains.id(), remains.sessions(), restored, remains.deletedAt()));
  }
}
