package microstorm.idea.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Phase;
import microstorm.idea.idea.IdeaSharing;
import microstorm.idea.projection.SessionEvent.Planned;
import microstorm.idea.topic.PlannedTopics;

/**
 * Creates the board of a planned session, and keeps the title, problem, criteria and settings up to
 * date.
 */
@ApplicationScoped
class BoardOpener {

  private static final String DESCRIPTION =
      """
      title = :title, problem = :problem, criteria = :criteria::jsonb, anonymous = :anonymous, \
      votes_per_person = :votes, votes_on_own_ideas = :ownIdeas, language = :language\
      """;

  /** Everybody receives the seats again when they begin or cease to show who is ready. */
  private static final String SHOW_READINESS =
      """
      update seat set seq = :seq from board
      where board.session_id = :session and seat.session_id = :session
        and anonymous is distinct from :anonymous
      """;

  /** The clock of the board starts when people begin to make changes that others do not see. */
  private static final String DAYS =
      """
      quiet_until = cast(:quietUntil as timestamptz), collect_early = :collects,
        clock_seq = case when :collects and not collect_early then :seq else clock_seq end,
        clock_since = case when :collects and not collect_early then clock_timestamp()
          else clock_since end\
      """;

  /** The number of people for which the room is divided if the plan does not name it. */
  private static final int EXPECTED_SIZE = 24;

  private final Boards boards;
  private final SessionProjection projection;
  private final PlannedTopics topics;
  private final IdeaSharing sharing;
  private final AllowanceProjection allowances;
  private final ObjectMapper json;

  BoardOpener(
      Boards boards,
      SessionProjection projection,
      PlannedTopics topics,
      IdeaSharing sharing,
      AllowanceProjection allowances,
      ObjectMapper json) {
    this.boards = boards;
    this.projection = projection;
    this.topics = topics;
    this.sharing = sharing;
    this.allowances = allowances;
    this.json = json;
  }

  void open(Planned session) {
    if (session.settings() != null) {
      boards.createOrLock(session.sessionId(), session.teamId(), Phase.PLANNED);
      topics.add(session.sessionId(), Objects.requireNonNullElse(session.topics(), List.of()));
      describe(session);
    }
  }

  void change(Planned session) {
    if (session.settings() != null) {
      describe(session);
    }
  }

  private void describe(Planned session) {
    Map<String, Object> values = new HashMap<>();
    values.put("title", session.title());
    values.put("problem", session.problem());
    // the previous version of session-service does not send it
    values.put("language", Objects.requireNonNullElse(session.language(), "en"));
    values.put("criteria", write(Objects.requireNonNullElse(session.criteria(), List.of())));
    values.put("anonymous", session.settings().anonymous());
    values.put("votes", session.settings().votesPerPerson());
    values.put("ownIdeas", session.settings().votesOnOwnIdeas());
    projection.write(
        session.sessionId(),
        List.of(SHOW_READINESS, SessionProjection.BOARD.formatted(DESCRIPTION)),
        values);
    // the previous version of session-service does not send it
    if (session.settings().collectEarly() != null) {
      describeDays(session);
    }
    if (session.settings().anonymous()) {
      sharing.forgetAuthors(session.sessionId());
    }
  }

  private void describeDays(Planned session) {
    UUID id = session.sessionId();
    Map<String, Object> values = new HashMap<>();
    values.put("quietUntil", session.quietUntil());
    values.put("collects", session.settings().collectEarly());
    List<String> statements = new ArrayList<>(List.of(SessionProjection.BOARD.formatted(DAYS)));
    statements.addAll(SessionProjection.HIDE_PRESENCE);
    projection.write(id, statements, values);
    int expected = Objects.requireNonNullElse(session.settings().expectedSize(), EXPECTED_SIZE);
    projection
        .lock(id)
        .filter(Board::collectsEarly)
        .ifPresent(board -> allowances.divide(board, expected));
  }

  private String write(List<?> criteria) {
    try {
      return json.writeValueAsString(criteria);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The criteria cannot be written as JSON.", e);
    }
  }
}
