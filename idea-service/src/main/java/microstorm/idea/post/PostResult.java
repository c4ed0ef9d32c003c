package microstorm.idea.post;

import microstorm.idea.hint.Hint;
import microstorm.idea.idea.StoredIdea;

/**
 * The result of a post.
 *
 * @param idea the stored idea; null when the post is refused or postponed
 * @param hint the hint for the author in the language of the session; null when there is none
 * @param fresh false when the same post was written before, so that nothing is written again
 * @param refusal the reason for the refusal, or null
 */
record PostResult(Post post, StoredIdea idea, Hint hint, boolean fresh, RuntimeException refusal) {

  static PostResult accepted(Post post, StoredIdea idea, Hint hint) {
    return new PostResult(post, idea, hint, true, null);
  }

  static PostResult repeated(Post post, StoredIdea idea, Hint hint) {
    return new PostResult(post, idea, hint, false, null);
  }

  static PostResult refused(Post post, RuntimeException refusal) {
    return new PostResult(post, null, null, false, refusal);
  }

  /** No result yet, because another transaction has the board locked. */
  static PostResult postponed(Post post) {
    return new PostResult(post, null, null, false, null);
  }

  boolean isPostponed() {
    return idea == null && refusal == null;
  }

  /** Whether the post must be written. */
  boolean isAccepted() {
    return fresh;
  }
}
