package microstorm.idea.topic;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** A topic that a new board begins with. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedTopic(UUID id, String title) {}
