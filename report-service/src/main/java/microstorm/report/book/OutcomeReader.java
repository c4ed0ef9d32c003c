package microstorm.report.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.report.book.Outcome.Action;
import microstorm.report.book.Outcome.Break;
import microstorm.report.book.Outcome.Comparison;
import microstorm.report.book.Outcome.Criterion;
import microstorm.report.book.Outcome.Group;
import microstorm.report.book.Outcome.Happening;
import microstorm.report.book.Outcome.Mark;
import microstorm.report.book.Outcome.Quiet;
import microstorm.report.book.Outcome.Votes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads the outcomes of sessions. */
@ApplicationScoped
class OutcomeReader {

  private final Jdbi database;
  private final ObjectMapper json;

  OutcomeReader(Jdbi database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The outcome of this session. */
  Outcome of(UUID sessionId) {
    return database.withHandle(handle -> read(handle, sessionId));
  }

  private Outcome read(Handle handle, UUID sessionId) {
    List<Happening> happenings =
        list(
            handle,
            "select at, kind, detail from report_happening where session_id = ? order by position",
            sessionId,
            (row, context) ->
                new Happening(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("kind"),
                    tree(row.getString("detail"))));
    List<Integer[]> counts =
        list(
            handle,
            "select writers, hints from report_board where session_id = ?",
            sessionId,
            (row, context) -> new Integer[] {integer(row, "writers"), integer(row, "hints")});
    Integer[] count = counts.isEmpty() ? new Integer[2] : counts.get(0);
    return new Outcome(
        criteria(handle, sessionId),
        comparisons(handle, sessionId),
        groups(handle, sessionId),
        list(
            handle,
            """
            select id as idea_id, votes from report_idea where session_id = ? and votes > 0
            order by votes desc, position
            """,
            sessionId,
            ConstructorMapper.of(Votes.class)),
        list(
            handle,
            """
            select idea_id, criterion_id, mean, count
            from report_mark where session_id = ? order by idea_id, criterion_id
            """,
            sessionId,
            ConstructorMapper.of(Mark.class)),
        list(
            handle,
            """
            select id, idea_id, text, owner, due_on, state, carried_from
            from report_action where session_id = ? order by id
            """,
            sessionId,
            ConstructorMapper.of(Action.class)),
        quiet(happenings),
        breaks(happenings),
        count[0],
        count[1],
        happenings);
  }

  private List<Criterion> criteria(Handle handle, UUID sessionId) {
    return list(
            handle,
            "select criteria from report where session_id = ?",
            sessionId,
            (row, context) -> row.getString("criteria"))
        .stream()
        .flatMap(criteria -> read(criteria, new TypeReference<List<Criterion>>() {}).stream())
        .toList();
  }

  private List<Comparison> comparisons(Handle handle, UUID sessionId) {
    return list(
        handle,
        """
        select id, comparison from report_idea
        where session_id = ? and comparison is not null order by position
        """,
        sessionId,
        (row, context) ->
            new Comparison(row.getObject("id", UUID.class), tree(row.getString("comparison"))));
  }

  private static List<Group> groups(Handle handle, UUID sessionId) {
    return list(
        handle,
        "select id, name, ideas from report_group where session_id = ? order by position, id",
        sessionId,
        (row, context) ->
            new Group(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.of((UUID[]) row.getArray("ideas").getArray())));
  }

  private static Quiet quiet(List<Happening> happenings) {
    return happenings.stream()
        .filter(happening -> happening.kind().equals("sharing-started"))
        .map(Happening::detail)
        .map(
            detail ->
                new Quiet(
                    detail.path("quietSeconds").asLong(),
                    detail.path("pausedSeconds").asLong(),
                    detail.path("endedEarly").asBoolean()))
        .findFirst()
        .orElse(null);
  }

  /** Each break ends before the next begins. */
  private static List<Break> breaks(List<Happening> happenings) {
    List<Break> breaks = new ArrayList<>();
    for (Happening happening : happenings) {
      if (happening.kind().equals("break-started")) {
        UUID id = UUID.fromString(happening.detail().path("breakId").asText());
        breaks.add(new Break(id, happening.at(), null));
      } else if (happening.kind().equals("break-ended") && !breaks.isEmpty()) {
        Break last = breaks.remove(breaks.size() - 1);
        breaks.add(new Break(last.breakId(), last.startedAt(), happening.at()));
      }
    }
    return breaks;
  }

  private static <T> List<T> list(
      Handle handle, String select, UUID sessionId, RowMapper<T> mapper) {
    return handle.select(select, sessionId).map(mapper).list();
  }

  private static Integer integer(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  private JsonNode tree(String text) {
    return read(text, new TypeReference<>() {});
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored JSON of a report cannot be read.", e);
    }
  }
}
