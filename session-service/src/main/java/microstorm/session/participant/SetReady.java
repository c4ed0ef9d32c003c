package microstorm.session.participant;

import jakarta.validation.constraints.NotNull;

/** Whether the participant is done and waits for the others. */
public record SetReady(@NotNull Boolean ready) {}
