package microstorm.idea.post;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Change;
import microstorm.idea.idea.Ideas;
import microstorm.idea.idea.StandingIdea;
import microstorm.idea.idea.StoredIdea;

/**
 * What a group of posts changed on boards, as it is read from the database: those who watch here
 * need not read it.
 */
final class PostChanges {

  private final BatchState facts;
  private final Instant now;

  /**
   * @param now when the posts were written
   */
  PostChanges(BatchState facts, Instant now) {
    this.facts = facts;
    this.now = now;
  }

  /**
   * The changes of each board.
   *
   * @param accepted in the order in which they got their numbers
   */
  List<BoardChanged> of(List<PostResult> accepted) {
    Map<UUID, List<Change>> changes =
        accepted.stream()
            .collect(
                groupingBy(verdict -> verdict.post().sessionId(), mapping(this::change, toList())));
    return facts.changedBoards().stream()
        .map(b -> new BoardChanged(b.sessionId(), b.seq(), b.before(), changes.get(b.sessionId())))
        .toList();
  }

  private Change change(PostResult verdict) {
    Post post = verdict.post();
    StandingIdea idea = verdict.idea();
    StoredIdea stored =
        new StoredIdea(
            post.id(),
            post.sessionId(),
            idea.topicId(),
            post.parentId(),
            BoardClock.position(idea.position()),
            post.kind(),
            post.text(),
            post.comparison(),
            facts.authorId(post),
            null,
            idea.editHash(),
            facts.submittedAt(post, now),
            null,
            idea.shared(),
            false,
            idea.depth(),
            idea.position());
    return Ideas.change(stored, post.links());
  }
}
