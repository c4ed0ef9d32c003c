package microstorm.session.event;

import java.util.UUID;

/** A topic that a new board begins with. */
public record PlannedTopic(UUID id, String title) {}
