package microstorm.idea.idea;

/**
 * What becomes of a post.
 *
 * @param idea the idea as it stands; null when the post is refused or postponed
 * @param fresh false when the same post was written before: nothing is written again
 * @param refusal why it is refused, or null
 */
record Verdict(Post post, StandingIdea idea, boolean fresh, RuntimeException refusal) {

  static Verdict accepted(Post post, StandingIdea idea) {
    return new Verdict(post, idea, true, null);
  }

  static Verdict repeated(Post post, StandingIdea idea) {
    return new Verdict(post, idea, false, null);
  }

  static Verdict refused(Post post, RuntimeException refusal) {
    return new Verdict(post, null, false, refusal);
  }

  /** Nothing yet: something else has the board locked. */
  static Verdict postponed(Post post) {
    return new Verdict(post, null, false, null);
  }

  boolean isPostponed() {
    return idea == null && refusal == null;
  }

  /** Whether it is to be written. */
  boolean isAccepted() {
    return fresh;
  }
}
