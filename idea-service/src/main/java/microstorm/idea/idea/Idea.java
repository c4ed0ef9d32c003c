package microstorm.idea.idea;

import java.util.UUID;

/**
 * An idea on a board, or what stands beside the ideas.
 *
 * @param topicId the topic it belongs to; null when it belongs to none
 * @param parentId the idea it builds on; null when it stands alone
 * @param position its place among all topics and ideas of the board
 * @param kind idea, quote, reference or note
 * @param text the author's words, Markdown
 */
public record Idea(UUID id, UUID topicId, UUID parentId, int position, String kind, String text) {}
