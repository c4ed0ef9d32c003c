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
import microstorm.idea.board.Viewers;
import microstorm.idea.snapshot.BoardView;
import microstorm.idea.snapshot.Readings;
import microstorm.idea.snapshot.Snapshots;
import microstorm.idea.snapshot.UnreadBoards;
import microstorm.web.Caller;
import microstorm.web.Refusal;
import microstorm.web.Requester;
import microstorm.web.intake.ConnectionCloser;

/** Begins a live stream. */
@RequestScoped
class Watching {

  private static final int MAX_DIGITS = 18;

  private final Caller caller;
  private final Viewers viewers;
  private final Feeds feeds;
  private final Streams streams;
  private final FeedReader reader;
  private final Snapshots snapshots;
  private final Readings readings;
  private final UnreadBoards unread;
  private final StreamConfig config;
  private final ObjectMapper json;

  Watching(
      Caller caller,
      Viewers viewers,
      Feeds feeds,
      Streams streams,
      FeedReader reader,
      Snapshots snapshots,
      Readings readings,
      UnreadBoards unread,
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
  private record Beginning(Frame frame, long seq) {}

  /**
   * A stream whose beginning is read. First it is made known to the feed and only then is the
   * person let in and the board read: what happens in between is not lost, be it a change or that
   * they are removed.
   *
   * @param lastEventId from where to go on; null or nonsense: from the beginning
   * @throws Refusal 404, 429, 503
   */
  Watcher begin(UUID sessionId, String lastEventId, RoutingContext http) {
    Viewer viewer = viewers.of(sessionId);
    Instant expiresAt = caller.expiresAt();
    Requester requester = caller.requester().orElseThrow();
    unread.check(requester); // before the database is asked
    Streams.Opened opened = streams.open(requester.in(sessionId));
    Buffer first = Frame.retry(opened.number());
    Connection connection =
        new Connection(
            http.response(),
            config.queue().asLongValue(),
            () -> ConnectionCloser.closeAtOnce(http.request()));
    Watcher watcher =
        new Watcher(
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
      Beginning beginning =
          since(watcher, number(lastEventId)).orElseGet(() -> fromTheStart(watcher));
      Frame frame = beginning.frame.behind(first);
      watcher.begin(frame, beginning.seq, unread.count(requester, frame.length(), watcher::cut));
      return watcher;
    } catch (RuntimeException | Error failure) {
      watcher.leave();
      throw failure;
    }
  }

  private void join(Watcher watcher, RoutingContext http) {
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
  private Optional<Beginning> since(Watcher watcher, long last) {
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

  private Beginning fromTheStart(Watcher watcher) {
    UUID sessionId = watcher.sessionId();
    return readings.inTurn(
        sessionId,
        -1,
        () -> {
          BoardView board = snapshots.of(sessionId, watcher.viewer());
          return new Beginning(Frame.snapshot(board.seq(), board, json), board.seq());
        });
  }

  private static long number(String id) {
    return id != null && id.length() <= MAX_DIGITS && id.matches("[0-9]+")
        ? Long.parseLong(id)
        : -1;
  }
}
