package microstorm.report.imports.undo;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two sessions of a match that was split. */
@Schema(description = "The two sessions of a match that was split.")
public record SplitSession(
    @Schema(description = "The id of the session that is as before the import again.")
        UUID sessionId,
    @Schema(description = "The id of the new session, with the content of the log.")
        UUID newSessionId) {}
