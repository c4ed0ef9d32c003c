package microstorm.idea.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.snapshot.BoardView;
import microstorm.idea.snapshot.ReadLimiter;
import microstorm.idea.snapshot.ResponseBudget;
import microstorm.idea.snapshot.Snapshots;
import microstorm.web.Caller;
import microstorm.web.ProblemException;
import microstorm.web.Requester;
import microstorm.web.intake.ConnectionCloser;

/** Begins a live stream. */
@RequestScoped
class StreamOpener {

  private static final int MAX_DIGITS = 18;

  private final Caller caller;
  private final ViewerResolver viewers;
  private final Feeds feeds;
  private final StreamLimiter streams;
  private final FeedReader reader;
  private final Snapshots snapshots;
  private final ReadLimiter readings;
  private final ResponseBudget unread;
  private final StreamConfig config;
  private final ObjectMapper json;

  StreamOpener(
      Caller caller,
      ViewerResolver viewers,
      Feeds feeds,
      StreamLimiter streams,
      FeedReader reader,
      Snapshots snapshots,
      ReadLimiter readings,
      ResponseBudget unread,
      StreamConfig config,
      ObjectMapper json) {
    this.caller = caller;
    this.viewers = viewers;
    this.feeds = feeds;
    this.streams = streams;
    this.reader = reader;
    this.snapshots = snapshots;
    this.readings = readings;
    this.unread = unread;
    this.config = config;
    this.json = json;
  }

  /** What a stream begins with, complete up to a number. */
  private record Beginning(SseFrame frame, long seq) {}

  /**
   * A stream whose beginning is read. First it is made known to the feed and only then is the
   * person let in and the board read: what happens in between is not lost, be it a change or that
   * they are removed.
   *
   * @param lastEventId from where to go on; null or nonsense: from the beginning
   * @throws ProblemException 404, 429, 503
   */
  Subscriber begin(UUID sessionId, String lastEventId, RoutingContext http) {
    Viewer viewer = viewers.of(sessionId);
    Instant expiresAt = caller.expiresAt();
    Requester requester = caller.requester().orElseThrow();
    StreamLimiter.Opened opened = streams.open(requester.in(sessionId));
    Buffer first = SseFrame.retry(opened.number());
    Connection connection =
        new Connection(
            http.response(),
            config.queue().asLongValue(),
            () -> ConnectionCloser.closeAtOnce(http.request()));
    Subscriber watcher =
        new Subscriber(
            sessionId,
            viewer,
            expiresAt,
            connection,
            left -> {
              feeds.leave(left);
              opened.permit().close();
            });
    try {
      join(watcher, http);
      unread.check(requester);
      Beginning beginning =
          since(watcher, number(lastEventId)).orElseGet(() -> fromTheStart(watcher));
      SseFrame frame = beginning.frame.behind(first);
      watcher.begin(frame, beginning.seq, unread.count(requester, frame.length(), watcher::cut));
      return watcher;
    } catch (RuntimeException | Error failure) {
      watcher.leave();
      throw failure;
    }
  }

  private void join(Subscriber watcher, RoutingContext http) {
    UUID sessionId = watcher.sessionId();
    Feed feed = feeds.join(watcher);
    http.addEndHandler(ended -> watcher.leave());
    if (http.response().closed()) {
      watcher.leave(); // it went away before there was anybody to be told of it
    }
    // before the person is let in: a removal after this number is told to the feed
    Optional.ofNullable(reader.seqs(Set.of(sessionId)).get(sessionId)).ifPresent(feed::startAt);
    viewers.admitted(sessionId);
    if (!feed.isStarted()) { // the board has come meanwhile
      feed.startAt(reader.seq(sessionId));
    }
  }

  /** What changed since a number; empty for one that this person cannot have seen. */
  private Optional<Beginning> since(Subscriber watcher, long last) {
    if (last < 0) {
      return Optional.empty();
    }
    UUID sessionId = watcher.sessionId();
    return readings.inTurn(
        sessionId,
        last,
        () ->
            reader
                .resume(sessionId, watcher.viewer(), last)
                .map(since -> new Beginning(since.seenBy(watcher.viewer(), last), since.seq())));
  }

  private Beginning fromTheStart(Subscriber watcher) {
    UUID sessionId = watcher.sessionId();
    return readings.inTurn(
        sessionId,
        -1,
        () -> {
          BoardView board = snapshots.of(sessionId, watcher.viewer());
          return new Beginning(SseFrame.snapshot(board.seq(), board, json), board.seq());
        });
  }

  private static long number(String id) {
    return id != null && id.length() <= MAX_DIGITS && id.matches("[0-9]+")
        ? Long.parseLong(id)
        : -1;
  }
}
