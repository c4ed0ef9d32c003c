package microstorm.report.imports;

import java.time.Instant;
import java.util.UUID;
import microstorm.report.imports.DeletedImports.Remains;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the deletion of an import removed. */
@Schema(
    description =
        "What was removed with an import. The sessions and boards of the other services follow"
            + " within moments.")
public record DeletedImport(
    @Schema(description = "The id of the import.") UUID id,
    @Schema(
            description =
                "The number of sessions that this import was the first to bring, which were"
                    + " removed.",
            minimum = "0",
            examples = "6")
        int sessions,
    @Schema(
            description = "The number of their ideas in the log of this import.",
            minimum = "0",
            examples = "140")
        int ideas,
    @Schema(
            description =
                "The number of sessions that an earlier import had brought. They stay as they are"
                    + " now, also if this import changed them.",
            minimum = "0",
            examples = "2")
        int kept,
    @Schema(description = "The time of the deletion.") Instant deletedAt) {

  static DeletedImport of(Remains remains) {
    return new DeletedImport(
        remains.id(), remains.sessions(), remains.ideas(), remains.kept(), remains.deletedAt());
  }
}
