package microstorm.session.event;

import java.util.UUID;

/** What a good idea must meet. */
public record Criterion(UUID id, String text) {}
