package microstorm.session.phase;

import java.time.Instant;
import java.util.List;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of phase that follows from the present phase. */
@Schema(description = "A change of phase that can be requested in the present phase.")
public record NextStep(
    @Schema(description = "The phase that the session would enter.") Phase to,
    @Schema(
            description =
                "Whether this undoes a step. The request then has to send the present phase in"
                    + " `from`.")
        boolean back,
    @Schema(description = "Whether the change is possible now.") boolean possible,
    @Schema(description = "The reason why it is not possible now; absent if it is.")
        @Nullable StepRefusal refusal,
    @Schema(
            description =
                "Whether a later request can take the change back. A change that cannot be taken"
                    + " back can be announced.")
        boolean reversible) {

  /** The reason why a change of phase is not possible now. */
  @Schema(
      description =
          "The reason why a change of phase is not possible now: the problem that the request would"
              + " get.")
  public record StepRefusal(
      @Schema(
              description = "The type of the problem.",
              examples = "/api/problems#quiet-time-not-over")
          String type,
      @Schema(
              description = "The reason and the remedy, in words.",
              examples = "Silent writing goes on for 40 more seconds, or until everyone is ready.")
          String detail) {}

  /** The steps from the present phase of a session, in the order in which it runs. */
  public static List<NextStep> of(Session session, Instant now) {
    return PhaseTransition.from(session.phase).map(change -> of(change, session, now)).toList();
  }

  private static NextStep of(PhaseTransition change, Session session, Instant now) {
    StepRefusal refusal = refusal(change, session, now);
    return new NextStep(
        change.to(), change.isBack(), refusal == null, refusal, isReversible(change, session));
  }

  /** A cancelled rehearsal is deleted. */
  private static boolean isReversible(PhaseTransition change, Session session) {
    return change.isReversible() && !(session.rehearsal && change.to() == Phase.CANCELLED);
  }

  private static StepRefusal refusal(PhaseTransition change, Session session, Instant now) {
    try {
      change.check(session, now);
      return null;
    } catch (ProblemException refused) {
      return new StepRefusal("/api/problems#" + refused.type().id(), refused.getMessage());
    }
  }
}
