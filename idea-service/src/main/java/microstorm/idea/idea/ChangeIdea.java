package microstorm.idea.idea;

import jakarta.validation.Valid;

/**
 * What is to change of an idea; what is left out stays. Its words are its author's, its place is
 * the facilitator's.
 *
 * @param topicId the topic that it moves to
 * @param parentId the idea that it moves below
 * @param keepWords true when the author wants words that read like praise or criticism
 */
public record ChangeIdea(
    @Words String text,
    @Valid ComparisonWords comparison,
    Destination topicId,
    Destination parentId,
    Boolean keepWords) {

  boolean rewrites() {
    return text != null || comparison != null;
  }

  boolean moves() {
    return topicId != null || parentId != null;
  }
}
