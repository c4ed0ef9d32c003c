package microstorm.idea.board;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import microstorm.web.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Whoever has planned or joined a session may come here before the news of it does: then the
 * request waits a moment for the board, on whichever path, and goes on. An owner waits for an
 * absent board and for another team's alike, and is then told that there is none.
 */
class AwaitBoardFilter {

  /** Sessions have such ids: they begin with the time of planning (RFC 9562, version 7). */
  private static final Pattern TIME_ORDERED =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-7\\p{XDigit}{3}-\\p{XDigit}{4}-\\p{XDigit}{12}");

  private static final int BITS_BEHIND_THE_TIME = 16;

  /**
   * How young a session must be for its board to be waited for. The services' clocks may differ.
   */
  private static final Duration YOUNG = Duration.ofSeconds(10);

  private final Boards boards;
  private final PhaseRetry lag;
  private final Caller caller;
  private final Clock clock;

  AwaitBoardFilter(Boards boards, PhaseRetry lag, Caller caller, Clock clock) {
    this.boards = boards;
    this.lag = lag;
    this.caller = caller;
    this.clock = clock;
  }

  @ServerRequestFilter
  Uni<Response> letCome(UriInfo uri) {
    String id = uri.getPathParameters().getFirst("sessionId");
    return id != null && TIME_ORDERED.matcher(id).matches() ? letCome(UUID.fromString(id)) : goOn();
  }

  private Uni<Response> letCome(UUID sessionId) {
    UUID team = caller.isOwner() ? caller.id() : null;
    boolean member = caller.sessionId().filter(sessionId::equals).isPresent();
    if (!isYoung(sessionId) || team == null && !member) {
      return goOn();
    }
    return lag.awaitCondition(
            () ->
                boards
                    .find(sessionId)
                    .filter(board -> team == null || team.equals(board.teamId()))
                    .isPresent())
        .chain(AwaitBoardFilter::goOn);
  }

  private boolean isYoung(UUID sessionId) {
    Instant planned =
        Instant.ofEpochMilli(sessionId.getMostSignificantBits() >>> BITS_BEHIND_THE_TIME);
    return Duration.between(planned, clock.instant()).abs().compareTo(YOUNG) < 0;
  }

  /** The resource answers. */
  private static Uni<Response> goOn() {
    return Uni.createFrom().nullItem();
  }
}
