package microstorm.session.phase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;

/**
 * The phase of a session.
 *
 * @param endsAt the end of the minimum quiet time; absent in other phases
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhaseView(Phase phase, Instant since, Instant endsAt) {

  static PhaseView of(Session session) {
    return new PhaseView(
        session.phase,
        session.phaseSince,
        session.phase == Phase.QUIET ? session.quietEndsAt : null);
  }
}
