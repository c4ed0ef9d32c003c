package microstorm.report.log.model;

import java.util.UUID;

/**
 * An entry of a session: an idea, a quote, a reference or a note.
 *
 * @param id the same in every later edition of the log, as long as topic, kind and text stay
 * @param topicId null before the first topic
 * @param parentId the idea it is nested under; null at the top
 * @param position its place among the topics and ideas of the session
 * @param kind what it is
 * @param text without bullet and indentation, lines separated by a line feed
 */
public record ParsedIdea(
    UUID id, UUID topicId, UUID parentId, int position, IdeaKind kind, String text) {}
