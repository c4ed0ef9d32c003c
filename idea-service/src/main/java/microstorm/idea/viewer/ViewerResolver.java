package microstorm.idea.viewer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.idea.problem.BoardProblem;
import microstorm.messaging.inbox.DeletedKeys;
import org.jdbi.v3.core.Jdbi;

/** Finds the person who sends a request about a board, and refuses those who have no access. */
@RequestScoped
public class ViewerResolver {

  /**
   * The header with the edit keys of ideas that were written on another device: at most ten,
   * separated by commas or in several headers.
   */
  public static final String EDIT_KEY = "Edit-Key";

  static final int MAX_KEYS = 10;
  static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  private final Caller caller;
  private final HttpHeaders headers;
  private final Jdbi database;
  private final DeletedKeys deletedKeys;

  ViewerResolver(
      Caller caller, @Context HttpHeaders headers, Jdbi database, DeletedKeys deletedKeys) {
    this.deletedKeys = deletedKeys;
    this.caller = caller;
    this.headers = headers;
    this.database = database;
  }

  /**
   * The person according to the token alone. Does not use the database, so the caller has to check
   * whether the person still has the seat.
   *
   * @throws ProblemException 404 when the token is for another session; 400 for a malformed edit
   *     key
   */
  public Viewer of(UUID sessionId) {
    if (!caller.isOfTeam() && !caller.sessionId().filter(sessionId::equals).isPresent()) {
      throw ProblemException.notFound("board");
    }
    List<WriterKey> keys = new ArrayList<>();
    caller.writerKey().map(WriterKey::new).ifPresent(keys::add);
    List<String> editKeys =
        headers.getRequestHeader(EDIT_KEY).stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .map(String::strip)
            .toList();
    if (editKeys.size() > MAX_KEYS || !editKeys.stream().allMatch(k -> KEY.matcher(k).matches())) {
      throw BoardProblem.EDIT_KEY_INVALID.exception();
    }
    editKeys.stream().map(WriterKey::new).forEach(keys::add);
    return new Viewer(caller.id(), caller.role(), List.copyOf(keys));
  }

  /**
   * The person who sends the request, if they may see this board now.
   *
   * @throws ProblemException 404 when the board is absent, deleted or another team's; 503 when the
   *     session is new and its board is still being created; 401 when the person left the session
   *     or was removed
   */
  public Viewer admitted(UUID sessionId) {
    Viewer viewer = of(sessionId);
    database.useHandle(
        handle -> {
          UUID team =
              handle
                  .select("select team_id from board where session_id = ?", sessionId)
                  .mapTo(UUID.class)
                  .findOne()
                  .orElse(null);
          if (viewer.isSeated()) {
            if (team == null && !deletedKeys.among(Set.of(sessionId)).isEmpty()) {
              throw ProblemException.notFound("board");
            }
            if (team == null) {
              throw ProblemException.busy(
                  "The board of this session is still being created. Please try again in a second.",
                  1);
            }
            handle
                .select("select present from seat where participant_id = ?", viewer.id())
                .mapTo(Boolean.class)
                .findOne()
                .filter(present -> !present)
                .ifPresent(
                    removed -> {
                      throw ProblemException.seatGone();
                    });
          } else if (!viewer.id().equals(team)) {
            throw ProblemException.notFound("board");
          }
        });
    return viewer;
  }
}
