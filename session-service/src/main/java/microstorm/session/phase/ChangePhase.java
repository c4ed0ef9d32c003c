package microstorm.session.phase;

import jakarta.validation.constraints.NotNull;
import microstorm.session.core.Phase;

/** The phase to enter; {@code closed} begins to close the session. */
public record ChangePhase(@NotNull Phase to) {}
