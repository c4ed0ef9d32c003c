package microstorm.idea.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.http.intake.ConnectionCloser;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.http.token.Requester;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Seat;
import microstorm.idea.idea.Ideas;
import microstorm.idea.room.RoomCountList;
import microstorm.idea.snapshot.BoardView;
import microstorm.idea.snapshot.ReadLimiter;
import microstorm.idea.snapshot.ResponseBudget;
import microstorm.idea.snapshot.Snapshots;
import microstorm.idea.sse.Connection;
import microstorm.idea.sse.SseFrame;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.ViewerResolver;

/** Opens live streams. */
@RequestScoped
class StreamOpener {

  private static final int MAX_DIGITS = 18;

  /** A client must read the last bytes of a stream within this time. */
  private static final Duration TIME_TO_END = Duration.ofSeconds(10);

  private final Caller caller;
  private final ViewerResolver viewers;
  private final Feeds feeds;
  private final RevokedStreams revoked;
  private final StreamLimiter limiter;
  private final FeedReader reader;
  private final Snapshots snapshots;
  private final ReadLimiter readLimiter;
  private final ResponseBudget responseBudget;
  private final FeedMaintenance maintenance;
  private final StreamConfig config;
  private final ObjectMapper json;

  StreamOpener(
      Caller caller,
      ViewerResolver viewers,
      Feeds feeds,
      RevokedStreams revoked,
      StreamLimiter limiter,
      FeedReader reader,
      Snapshots snapshots,
      ReadLimiter readLimiter,
      ResponseBudget responseBudget,
      FeedMaintenance maintenance,
      StreamConfig config,
      ObjectMapper json) {
    this.caller = caller;
    this.viewers = viewers;
    this.feeds = feeds;
    this.revoked = revoked;
    this.limiter = limiter;
    this.reader = reader;
    this.snapshots = snapshots;
    this.readLimiter = readLimiter;
    this.responseBudget = responseBudget;
    this.maintenance = maintenance;
    this.config = config;
    this.json = json;
  }

  /** The beginning of a stream, complete up to a number. */
  private record Beginning(SseFrame frame, long seq, RoomAccess rooms) {}

  /**
   * Opens a stream and reads its beginning. The subscriber joins the feed before the person's
   * access is checked and the board is read, so that no change and no removal in between is lost.
   *
   * @param lastEventId the number to resume from; null or an invalid one gives the whole board
   * @throws ProblemException 404, 429, 503
   */
  Subscriber begin(UUID sessionId, String lastEventId, RoutingContext http) {
    Viewer viewer = viewers.of(sessionId);
    Instant expiresAt = caller.expiresAt();
    Requester requester = caller.requester().orElseThrow();
    responseBudget.check(requester); // before the database query
    if (viewer.isSeated() || caller.keyId().isPresent()) {
      feeds.makeRoom(sessionId, requester, config.perPerson());
    } // owners who signed in count as one client: none of them ends a stream of another
    StreamLimiter.Opened opened = limiter.open(requester.in(sessionId));
    Buffer first = SseFrame.retry(opened.number());
    Connection connection =
        new Connection(
            http.response(),
            config.queue().asLongValue(),
            () -> ConnectionCloser.closeAtOnce(http.request()),
            task -> endDeadline(http.vertx(), task));
    Subscriber subscriber =
        new Subscriber(
            opened.number(),
            sessionId,
            viewer,
            requester,
            expiresAt,
            connection,
            left -> {
              feeds.leave(left);
              revoked.forget(left);
              opened.permit().close();
            });
    revoked.watch(subscriber, caller.grantedBy());
    try {
      join(subscriber, http);
      if (maintenance.endIfShuttingDown(subscriber)) {
        return subscriber; // without a beginning: the client connects to another replica
      }
      Beginning beginning =
          number(lastEventId)
              .flatMap(last -> since(subscriber, last))
              .orElseGet(() -> wholeBoard(subscriber));
      SseFrame frame = beginning.frame.behind(first);
      subscriber.begin(
          frame,
          beginning.seq,
          beginning.rooms,
          responseBudget.count(requester, frame.length(), subscriber::cut));
      return subscriber;
    } catch (RuntimeException | Error failure) {
      subscriber.leave();
      throw failure;
    }
  }

  private static Runnable endDeadline(Vertx vertx, Runnable task) {
    long timer = vertx.setTimer(TIME_TO_END.toMillis(), expired -> task.run());
    return () -> vertx.cancelTimer(timer);
  }

  private void join(Subscriber subscriber, RoutingContext http) {
    UUID sessionId = subscriber.sessionId();
    Feed feed = feeds.join(subscriber);
    http.addEndHandler(ended -> subscriber.leave());
    if (http.response().closed()) {
      subscriber.leave(); // the client left before the handler was added
    }
    // before the access check: the feed publishes a removal after this number
    Optional.ofNullable(reader.seqs(Set.of(sessionId)).get(sessionId)).ifPresent(feed::startAt);
    viewers.admitted(sessionId);
    if (!feed.isStarted()) { // the board was created meanwhile
      feed.startAt(reader.seq(sessionId));
    }
  }

  /** The changes since a number; empty when this person cannot have received that number. */
  private Optional<Beginning> since(Subscriber subscriber, long last) {
    UUID sessionId = subscriber.sessionId();
    return readLimiter.inTurn(
        sessionId,
        subscriber.viewer(),
        last,
        () ->
            reader
                .resume(sessionId, subscriber.viewer(), last)
                .map(
                    since ->
                        new Beginning(
                            since.changes().seenBy(subscriber.viewer(), since.rooms(), last),
                            since.changes().seq(),
                            since.rooms())));
  }

  private Beginning wholeBoard(Subscriber subscriber) {
    UUID sessionId = subscriber.sessionId();
    return readLimiter.inTurn(
        sessionId,
        subscriber.viewer(),
        Ideas.ALL,
        () -> {
          BoardView board = snapshots.of(sessionId, subscriber.viewer());
          if (board.teamActions() != null) {
            subscriber.contains(UnnumberedEvents.TEAM_ACTIONS, board.teamActions().version());
          }
          if (board.counts().rooms() != null) {
            RoomCountList counts = new RoomCountList(board.counts().rooms());
            subscriber.contains(UnnumberedEvents.ROOM_COUNTS, counts);
          }
          return new Beginning(
              SseFrame.snapshot(board.seq(), board, json),
              board.seq(),
              roomsOn(board, subscriber.viewer()));
        });
  }

  private static RoomAccess roomsOn(BoardView board, Viewer viewer) {
    return RoomAccess.of(
        viewer,
        board.participants().stream()
            .filter(seat -> seat.participantId().equals(viewer.id()))
            .findFirst()
            .map(Seat::room)
            .orElse(null));
  }

  /** The number that an id stands for; empty for an invalid id. */
  private static Optional<Long> number(String id) {
    return Optional.ofNullable(id)
        .filter(number -> number.length() <= MAX_DIGITS && number.matches("[0-9]+"))
        .map(Long::parseLong);
  }
}
