package microstorm.session.team;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The keys of a team. */
@Schema(description = "The keys of a team.")
public record KeyList(
    @Schema(description = "The keys, newest first. Revoked ones are not listed.")
        List<KeyView> items) {}
