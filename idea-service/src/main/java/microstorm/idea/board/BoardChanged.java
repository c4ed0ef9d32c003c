package microstorm.idea.board;

import java.util.UUID;

/** Fired in the transaction that changed a board; the live streams observe its success. */
public record BoardChanged(UUID sessionId, long seq) {}
