package microstorm.session.participant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The people who take or took part in a session. */
@Schema(description = "The people who take or took part in a session.")
public record ParticipantList(
    @Schema(
            description =
                "The participants in the order in which they joined. People who left before the"
                    + " session started are not listed.")
        List<ParticipantView> items) {}
