package microstorm.report.log.model;

import java.util.UUID;

/**
 * A topic of a session.
 *
 * @param id the same in every later edition of the log, as long as parent and title stay
 * @param parentId the topic above; null at the top
 * @param position its place among the topics and ideas of the session
 * @param title without markup and closing colon
 */
public record ParsedTopic(UUID id, UUID parentId, int position, String title) {}
