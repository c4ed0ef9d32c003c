package microstorm.idea.post;

import microstorm.idea.idea.StoredIdea;

/**
 * What becomes of a post.
 *
 * @param idea the idea as it stands; null when the post is refused or postponed
 * @param fresh false when the same post was written before: nothing is written again
 * @param refusal why it is refused, or null
 */
record PostResult(Post post, StoredIdea idea, boolean fresh, RuntimeException refusal) {

  static PostResult accepted(Post post, StoredIdea idea) {
    return new PostResult(post, idea, true, null);
  }

  static PostResult repeated(Post post, StoredIdea idea) {
    return new PostResult(post, idea, false, null);
  }

  static PostResult refused(Post post, RuntimeException refusal) {
    return new PostResult(post, null, false, refusal);
  }

  /** Nothing yet: something else has the board locked. */
  static PostResult postponed(Post post) {
    return new PostResult(post, null, false, null);
  }

  boolean isPostponed() {
    return idea == null && refusal == null;
  }

  /** Whether it is to be written. */
  boolean isAccepted() {
    return fresh;
  }
}
