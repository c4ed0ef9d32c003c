package microstorm.report.log.model;

import java.util.UUID;

/**
 * An entry of a session: an idea, a quote, a reference or a note.
 *
 * @param id the same in every later edition of the log, unless the topic, kind or text changes
 * @param topicId null before the first topic
 * @param parentId the idea under which it is nested; null if it is not nested
 * @param position its place among the topics and ideas of the session
 * @param kind the kind of entry
 * @param text without bullet and indentation, lines separated by a line feed
 */
public record ParsedIdea(
    UUID id, UUID topicId, UUID parentId, int position, IdeaKind kind, String text) {}
