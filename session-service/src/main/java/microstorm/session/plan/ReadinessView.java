package microstorm.session.plan;

import java.util.List;
import microstorm.session.core.NamedParticipant;
import microstorm.session.core.Participant;
import microstorm.session.core.Readiness;
import microstorm.session.core.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The people that the quiet phase waits for. */
@Schema(
    description =
        "The people that the early end of the quiet phase waits for: the connected participants, or"
            + " all who are present while nobody is connected and in a session over days. Facilitators count only in a session"
            + " without participants.")
public record ReadinessView(
    @Schema(
            description = "The number of people who have to be ready.",
            minimum = "0",
            examples = "6")
        int awaited,
    @Schema(description = "The number of them who are not ready.", minimum = "0", examples = "2")
        int notReady,
    @Schema(description = "Those who are not ready; absent in an anonymous session.")
        @Nullable List<NamedParticipant> people) {

  static ReadinessView of(Session session, List<Participant> people) {
    Readiness readiness =
        Readiness.of(session, people.stream().filter(Participant::isPresent).toList());
    return new ReadinessView(
        readiness.awaited().size(),
        readiness.notReady().size(),
        session.isAnonymous() ? null : NamedParticipant.of(readiness.notReady()));
  }
}
