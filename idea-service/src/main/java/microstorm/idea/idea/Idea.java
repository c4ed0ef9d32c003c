package microstorm.idea.idea;

import java.util.UUID;

/**
 * An idea on a board, or a quote, reference, note or comparison.
 *
 * @param topicId the topic of the idea; null when it has none
 * @param parentId the idea that it builds on; null when there is none
 * @param position the place among all topics and ideas of the board
 * @param kind idea, quote, reference, note or comparison
 * @param text the author's text in Markdown
 */
public record Idea(UUID id, UUID topicId, UUID parentId, int position, String kind, String text) {}
