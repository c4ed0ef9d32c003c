package microstorm.idea.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microstorm.idea.problem.BoardProblem;
import microstorm.web.Caller;
import microstorm.web.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Tells who is before a board, and turns away who must not be. */
@RequestScoped
public class ViewerResolver {

  /**
   * The header with which somebody shows the edit keys of ideas they wrote on another device: at
   * most ten, on one line with commas between them or on several.
   */
  public static final String EDIT_KEY = "Edit-Key";

  static final int MAX_KEYS = 10;
  static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  private final Caller caller;
  private final HttpHeaders headers;
  private final Jdbi database;

  ViewerResolver(Caller caller, @Context HttpHeaders headers, Jdbi database) {
    this.caller = caller;
    this.headers = headers;
    this.database = database;
  }

  /**
   * Who asks, by the token alone. Does not touch the database: whether their seat was taken from
   * them is for the caller to see to.
   *
   * @throws ProblemException 404 when the token is for another session; 400 for a malformed edit
   *     key
   */
  public Viewer of(UUID sessionId) {
    if (!caller.isOwner() && !caller.sessionId().filter(sessionId::equals).isPresent()) {
      throw ProblemException.notFound("board");
    }
    List<WriterKey> keys = new ArrayList<>();
    caller.writerKey().map(WriterKey::new).ifPresent(keys::add);
    List<String> brought =
        headers.getRequestHeader(EDIT_KEY).stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .map(String::strip)
            .toList();
    if (brought.size() > MAX_KEYS || !brought.stream().allMatch(k -> KEY.matcher(k).matches())) {
      throw BoardProblem.EDIT_KEY_INVALID.exception();
    }
    brought.stream().map(WriterKey::new).forEach(keys::add);
    return new Viewer(caller.id(), caller.role(), List.copyOf(keys));
  }

  /**
   * Who asks, when they may see this board now.
   *
   * @throws ProblemException 404 when the board is absent or another team's; 503 when its session
   *     is so new that the board is about to come; 401 when they left the session or were removed
   *     from it
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
            if (team == null) {
              throw ProblemException.busy("The board of this session is about to come.", 1);
            }
            handle
                .select("select present from seat where participant_id = ?", viewer.id())
                .mapTo(Boolean.class)
                .findOne()
                .filter(present -> !present)
                .ifPresent(
                    gone -> {
                      throw ProblemException.seatGone();
                    });
          } else if (!viewer.id().equals(team)) {
            throw ProblemException.notFound("board");
          }
        });
    return viewer;
  }
}
