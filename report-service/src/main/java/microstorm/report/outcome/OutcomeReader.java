package microstorm.report.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import microstorm.database.RecordMapper;
import microstorm.report.course.Happening;
import microstorm.report.course.TimelineReader;
import microstorm.report.database.StoredJson;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.outcome.Outcome.ReportComparison;
import microstorm.report.outcome.Outcome.ReportGroup;
import microstorm.report.outcome.Outcome.ReportMark;
import microstorm.report.outcome.Outcome.ReportVotes;
import microstorm.report.pace.PaceReader;
import microstorm.report.pace.SessionPace;
import microstorm.report.standard.Scorecard;
import microstorm.report.standard.SessionScore;
import microstorm.report.standard.SessionScores;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Reads the criteria, outcomes and timelines of sessions held here. */
@ApplicationScoped
public class OutcomeReader {

  private final Jdbi database;
  private final ActionReader actions;
  private final TimelineReader timelines;
  private final SessionScores scores;
  private final PaceReader paces;
  private final BoardOutcomes boards;
  private final LogOutcomes logs;
  private final StoredJson json;

  OutcomeReader(
      Jdbi database,
      ActionReader actions,
      TimelineReader timelines,
      SessionScores scores,
      PaceReader paces,
      BoardOutcomes boards,
      LogOutcomes logs,
      StoredJson json) {
    this.boards = boards;
    this.logs = logs;
    this.actions = actions;
    this.database = database;
    this.timelines = timelines;
    this.scores = scores;
    this.paces = paces;
    this.json = json;
  }

  /** What the seal of a board says about the authors; both are null until then. */
  public record Contributions(@Nullable Integer writers, @Nullable Integer hints) {}

  /** What a session held here has in addition to what a log can say about it. */
  public record HeldSession(
      List<ReportCriterion> criteria,
      Outcome outcome,
      List<Happening> happenings,
      Optional<SessionScore> score,
      @Nullable SessionPace pace) {

    /**
     * The same for people who took part: in a small group the number of hints would show whether
     * somebody else got one.
     */
    public HeldSession withoutHints() {
      return new HeldSession(
          criteria,
          outcome.withoutHints(),
          happenings,
          score.map(SessionScore::withoutHints),
          pace);
    }

    /** How well the session kept the standards; null until the report is complete. */
    public @Nullable Scorecard scorecard() {
      return score.map(SessionScore::scorecard).orElse(null);
    }
  }

  public HeldSession of(UUID sessionId) {
    HeldSession held = database.withHandle(handle -> read(handle, sessionId));
    SessionOutcome imported = logs.imported(List.of(sessionId)).get(sessionId);
    return imported == null ? held : ImportedOutcome.of(sessionId, imported, held);
  }

  private HeldSession read(Handle handle, UUID sessionId) {
    List<Happening> happenings = timelines.of(sessionId);
    Contributions contributions =
        list(
                handle,
                "select writers, hints from report_board where session_id = ?",
                sessionId,
                RecordMapper.of(Contributions.class))
            .stream()
            .findFirst()
            .orElse(new Contributions(null, null));
    List<UUID> session = List.of(sessionId);
    Outcome outcome =
        new Outcome(
            of(boards.comparisons(session), sessionId, ReportComparison::of),
            of(boards.groups(session), sessionId, ReportGroup::of),
            of(boards.votes(session), sessionId, ReportVotes::of),
            of(boards.marks(session), sessionId, ReportMark::of),
            actions.agreedIn(sessionId),
            actions.shownIn(sessionId),
            OutcomeTimeline.quiet(happenings),
            OutcomeTimeline.breaks(happenings),
            contributions.writers,
            contributions.hints);
    return new HeldSession(
        criteria(handle, sessionId),
        outcome,
        happenings,
        scores.of(sessionId, happenings),
        paces.of(sessionId, happenings).orElse(null));
  }

  private List<ReportCriterion> criteria(Handle handle, UUID sessionId) {
    return list(
            handle,
            "select criteria from report where session_id = ?",
            sessionId,
            (row, context) -> row.getString("criteria"))
        .stream()
        .flatMap(criteria -> Stream.of(json.read(criteria, ReportCriterion[].class)))
        .toList();
  }

  /** What this session has, in the form of a report. */
  private static <T, R> List<R> of(
      Map<UUID, List<T>> bySession, UUID sessionId, Function<T, R> report) {
    return bySession.getOrDefault(sessionId, List.of()).stream().map(report).toList();
  }

  private static <T> List<T> list(
      Handle handle, String select, UUID sessionId, RowMapper<T> mapper) {
    return handle.select(select, sessionId).map(mapper).list();
  }
}
