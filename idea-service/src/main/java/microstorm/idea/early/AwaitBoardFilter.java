package microstorm.idea.early;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import microstorm.http.token.Caller;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Holds a request for a new session until its board exists, on every path. Somebody who has just
 * planned or joined a session may send a request before the event about it has arrived. An owner or
 * member waits for an absent board and for another team's board alike, and then gets 404 for both.
 */
class AwaitBoardFilter {

  /** The ids of sessions begin with the time of planning (RFC 9562, version 7). */
  private static final Pattern TIME_ORDERED =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-7\\p{XDigit}{3}-\\p{XDigit}{4}-\\p{XDigit}{12}");

  private static final int BITS_AFTER_TIME = 16;

  /** The maximum age of a session whose board is awaited. It allows for clocks that differ. */
  private static final Duration MAX_AGE = Duration.ofSeconds(10);

  private final Boards boards;
  private final EarlyWaits waits;
  private final Duration patience;
  private final Caller caller;
  private final Clock clock;

  AwaitBoardFilter(
      Boards boards, EarlyWaits waits, BoardsConfig config, Caller caller, Clock clock) {
    this.boards = boards;
    this.waits = waits;
    this.patience = config.phasePatience();
    this.caller = caller;
    this.clock = clock;
  }

  @ServerRequestFilter
  Uni<Response> awaitBoard(UriInfo uri, RoutingContext http) {
    String id = uri.getPathParameters().getFirst("sessionId");
    return id != null && TIME_ORDERED.matcher(id).matches()
        ? awaitBoard(UUID.fromString(id), http)
        : proceed();
  }

  private Uni<Response> awaitBoard(UUID sessionId, RoutingContext http) {
    UUID team = caller.isOfTeam() ? caller.teamId() : null;
    boolean member = caller.sessionId().filter(sessionId::equals).isPresent();
    if (patience.isZero() || !isYoung(sessionId) || team == null && !member) {
      return proceed();
    }
    EarlyClient client = new EarlyClient(caller.requester().orElseThrow(), http);
    return Uni.createFrom()
        .item(() -> boards.find(sessionId).map(Board::teamId))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            found ->
                isAwaited(found, team)
                    ? proceed()
                    : waits.within(
                        client,
                        () -> awaitBoard(client, sessionId, team),
                        AwaitBoardFilter::proceed));
  }

  private Uni<Response> awaitBoard(EarlyClient client, UUID sessionId, UUID team) {
    return waits
        .next(client, sessionId, state -> isAwaited(state.map(BoardState::teamId), team))
        .replaceWithVoid()
        .onFailure(TimeoutException.class)
        .recoverWithNull()
        .chain(() -> waits.resume(client))
        .chain(AwaitBoardFilter::proceed);
  }

  /**
   * Whether the board exists and belongs to the team.
   *
   * @param team null for a member, whose token is for the session
   */
  private static boolean isAwaited(Optional<UUID> found, UUID team) {
    return found.filter(owner -> team == null || team.equals(owner)).isPresent();
  }

  private boolean isYoung(UUID sessionId) {
    Instant planned = Instant.ofEpochMilli(sessionId.getMostSignificantBits() >>> BITS_AFTER_TIME);
    return Duration.between(planned, clock.instant()).abs().compareTo(MAX_AGE) < 0;
  }

  /** Passes the request on to its resource. */
  private static Uni<Response> proceed() {
    return Uni.createFrom().nullItem();
  }
}
