package microstorm.session.event;

import java.util.UUID;

/** A requirement that a good idea must meet. */
public record SessionCriterion(UUID id, String text) {}
