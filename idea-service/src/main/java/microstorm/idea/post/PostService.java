package microstorm.idea.post;

import com.fasterxml.uuid.Generators;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.board.PhaseRetry;
import microstorm.idea.board.Viewer;
import microstorm.idea.event.Comparison;
import microstorm.idea.idea.AuthorHints;
import microstorm.idea.idea.ComparisonText;
import microstorm.idea.idea.IdeaIds;
import microstorm.idea.idea.IdeaReceipt;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.link.Links;
import microstorm.web.CommonProblem;
import microstorm.web.ProblemException;
import microstorm.web.Requester;

/** Takes posts: all that needs no database is done at once, the rest waits in the queue. */
@ApplicationScoped
public class PostService {

  private final PostWriters queue;
  private final PhaseRetry lag;
  private final AuthorHints hints;
  private final IdeaIds ids;

  PostService(PostWriters queue, PhaseRetry lag, AuthorHints hints, IdeaIds ids) {
    this.queue = queue;
    this.lag = lag;
    this.hints = hints;
    this.ids = ids;
  }

  /**
   * Puts up an idea. Does not block. A post for which the queue has no room is refused before its
   * words are parsed, because that takes up to milliseconds of an event loop.
   *
   * @param retryKey what the client marks a retry with; null when it does not
   */
  public Uni<Answer> post(
      UUID sessionId, Viewer author, PostIdea request, String retryKey, Requester requester) {
    queue.checkRoom(requester);
    Post post = check(sessionId, author, request, retryKey);
    return lag.retryWhileEarly(sessionId, queue.put(post, requester)).map(PostService::answer);
  }

  /** An answer, and whether the idea is new. */
  public record Answer(IdeaReceipt posted, boolean fresh) {}

  private Post check(UUID sessionId, Viewer author, PostIdea request, String retryKey) {
    String kind = Objects.requireNonNullElse(request.kind(), "idea");
    ComparisonText comparison = request.comparison();
    if (kind.equals("comparison") != (comparison != null)) {
      throw invalid("The kind comparison goes with the field comparison, and only with it.");
    }
    if (request.text() == null && comparison == null) {
      throw invalid("An idea needs a text.");
    }
    UUID id = id(sessionId, author, request, retryKey);
    String text = Objects.requireNonNullElseGet(request.text(), () -> comparison.title());
    Comparison sides = comparison == null ? null : comparison.comparison();
    List<String> said = ComparisonText.said(text, sides);
    return new Post(
        sessionId,
        author,
        id,
        text,
        request.topicId(),
        request.parentId(),
        kind,
        sides,
        Links.in(id, said),
        hints.on(said, request.keepWords()));
  }

  /** A retry comes to the id of the first attempt: of the client's choice, or of its key. */
  private UUID id(UUID sessionId, Viewer author, PostIdea request, String retryKey) {
    if (request.id() != null) {
      return request.id();
    }
    if (retryKey == null || !author.isSeated()) {
      return ids.next(sessionId);
    }
    // of a hash that is stored nowhere: else stored ids and writers could be told to belong
    // together
    UUID purpose = Generators.nameBasedGenerator(sessionId).generate("retry");
    ByteBuffer writer = ByteBuffer.wrap(author.key().hashFor(purpose));
    UUID secret = new UUID(writer.getLong(), writer.getLong());
    return ids.from(sessionId, Generators.nameBasedGenerator(secret).generate(retryKey));
  }

  private static Answer answer(PostResult verdict) {
    StoredIdea idea = verdict.idea();
    return new Answer(
        new IdeaReceipt(
            idea.id(),
            idea.seq(),
            idea.text(),
            verdict.post().hint(),
            verdict
                .post()
                .author()
                .keyOf(idea.id(), idea.origin().editHash())
                .orElseThrow()
                .value()),
        verdict.fresh());
  }

  private static ProblemException invalid(String detail) {
    return CommonProblem.INVALID.exception(detail);
  }
}
