package microstorm.session.phase;

import jakarta.validation.constraints.NotNull;
import microstorm.session.core.Phase;

/** The phase that a session is to enter; closed means to begin to close. */
public record ChangePhase(@NotNull Phase to) {}
