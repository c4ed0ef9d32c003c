package microstorm.idea.post;

import com.fasterxml.uuid.Generators;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Requester;
import microstorm.idea.early.EarlyClient;
import microstorm.idea.early.PhaseRetry;
import microstorm.idea.event.Comparison;
import microstorm.idea.hint.AuthorHints;
import microstorm.idea.idea.IdeaReceipt;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.link.Links;
import microstorm.idea.text.ComparisonText;
import microstorm.idea.viewer.Viewer;

/** Accepts posts. Checks that need no database happen at once; then the post waits in the queue. */
@ApplicationScoped
public class PostService {

  private final PostWriters writers;
  private final PhaseRetry retry;
  private final AuthorHints hints;
  private final IdeaIds ids;

  PostService(PostWriters writers, PhaseRetry retry, AuthorHints hints, IdeaIds ids) {
    this.writers = writers;
    this.retry = retry;
    this.hints = hints;
    this.ids = ids;
  }

  /**
   * Posts an idea. Does not block. When the queue is full, a post is refused before its text is
   * parsed, because parsing can occupy the event loop for milliseconds.
   *
   * @param retryKey the key by which a retry is recognised; null when the client sent none
   */
  public Uni<Answer> post(
      UUID sessionId, Viewer author, PostIdea request, String retryKey, EarlyClient client) {
    Requester requester = client.requester();
    writers.checkRoom(requester);
    Post post = check(sessionId, author, request, retryKey);
    return retry
        .retryWhileEarly(client, sessionId, writers.put(post, requester))
        .map(PostService::answer);
  }

  /** The answer, with a flag whether the idea is new. */
  public record Answer(IdeaReceipt posted, boolean fresh) {}

  private Post check(UUID sessionId, Viewer author, PostIdea request, String retryKey) {
    String kind = Objects.requireNonNullElse(request.kind(), "idea");
    ComparisonText comparison = request.comparison();
    if (kind.equals("comparison") && comparison == null) {
      throw ProblemException.invalid("comparison", "must be given if kind is comparison");
    }
    if (!kind.equals("comparison") && comparison != null) {
      throw ProblemException.invalid("comparison", "must be absent unless kind is comparison");
    }
    if (request.text() == null && comparison == null) {
      throw ProblemException.invalid("text", "must be given unless kind is comparison");
    }
    UUID id = id(sessionId, author, request, retryKey);
    String text = Objects.requireNonNullElseGet(request.text(), () -> comparison.title());
    Comparison sides = comparison == null ? null : comparison.comparison();
    List<String> texts = ComparisonText.texts(text, sides);
    return new Post(
        sessionId,
        author,
        id,
        request.id() != null,
        text,
        request.topicId(),
        request.parentId(),
        kind,
        sides,
        Links.in(id, texts),
        hints.on(texts, request.keepWords()));
  }

  /**
   * The id of the idea. A retry has the id of the first attempt: the client chose it, or it is
   * derived from the retry key.
   */
  private UUID id(UUID sessionId, Viewer author, PostIdea request, String retryKey) {
    if (request.id() != null) {
      return request.id();
    }
    if (retryKey == null || !author.isSeated()) {
      return ids.next();
    }
    // from a hash that is not stored; otherwise stored ids could be matched with stored writers
    UUID purpose = Generators.nameBasedGenerator(sessionId).generate("retry");
    ByteBuffer writer = ByteBuffer.wrap(author.key().hashFor(purpose));
    UUID secret = new UUID(writer.getLong(), writer.getLong());
    return ids.from(Generators.nameBasedGenerator(secret).generate(retryKey));
  }

  private static Answer answer(PostResult result) {
    StoredIdea idea = result.idea();
    return new Answer(
        new IdeaReceipt(
            idea.id(),
            idea.seq(),
            idea.text(),
            result.hint(),
            result
                .post()
                .author()
                .keyOf(idea.id(), idea.origin().editHash())
                .orElseThrow()
                .value()),
        result.fresh());
  }
}
