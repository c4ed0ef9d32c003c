package microstorm.report.log.model;

import java.util.UUID;

/**
 * A topic of a session.
 *
 * @param id the same in every later edition of the log, unless the parent or title changes
 * @param parentId the topic that contains it; null at the top level
 * @param position its place among the topics and ideas of the session
 * @param title the title without markup and without the colon at its end
 */
public record ParsedTopic(UUID id, UUID parentId, int position, String title) {}
