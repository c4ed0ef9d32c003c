package microstorm.idea.post;

import microstorm.idea.idea.StoredIdea;

/**
 * The result of a post.
 *
 * @param idea the stored idea; null when the post is refused or postponed
 * @param fresh false when the same post was written before, so that nothing is written again
 * @param refusal the reason for the refusal, or null
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

  /** No result yet, because another transaction has the board locked. */
  static PostResult postponed(Post post) {
    return new PostResult(post, null, false, null);
  }

  boolean isPostponed() {
    return idea == null && refusal == null;
  }

  /** Whether the post must be written. */
  boolean isAccepted() {
    return fresh;
  }
}
