package microstorm.report.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.report.course.Happening;
import microstorm.report.course.TimelineReader;
import org.jdbi.v3.core.Jdbi;

/** Scores sessions whose reports are complete. */
@ApplicationScoped
public class SessionScores {

  /**
   * The numbers of ideas by person are known only if every idea has an author, which is not so in
   * an anonymous session. A participant who wrote nothing counts; a facilitator who wrote nothing
   * does not. The criteria of a session of a log are in its outcome.
   */
  private static final String FACTS =
      """
      select r.session_id, r.log_revision is not null as of_log, coalesce(r.rules_version, 1) as rules_version,
        r.language, coalesce(r.over_days, false) as over_days,
        coalesce(r.problem, '') <> '' as has_problem,
        case when r.log_revision is null then jsonb_array_length(r.criteria)
          else coalesce((
            select jsonb_array_length(l.outcome::jsonb -> 'criteria') from log_layout l
            where l.session_id = r.session_id and l.revision = r.log_revision), 0)
          end as criteria,
        (select p.people from session_people p where p.session_id = r.session_id) as people,
        (select count(*) from report_participant p
          where p.session_id = r.session_id and p.role = 'participant') as participants,
        (select count(*) from report_idea i where i.session_id = r.session_id) as ideas,
        (select count(*) from report_idea i
          where i.session_id = r.session_id and i.parent_id is not null) as build_ons,
        b.writers, b.hints,
        case when not exists (
            select from report_idea i where i.session_id = r.session_id and i.author_id is null)
          then array(
            select coalesce(wrote.ideas, 0)::integer
            from report_participant p left join (
                select author_id, count(*) as ideas from report_idea i
                where i.session_id = r.session_id group by author_id) wrote
              on wrote.author_id = p.id
            where p.session_id = r.session_id and p.role <> 'observer'
              and (p.role = 'participant' or wrote.ideas > 0))
          else '{}' end as ideas_by_person
      from report r join report_board b on b.session_id = r.session_id
      where r.session_id = any(:sessions)
        and exists (select from complete_session c where c.session_id = r.session_id)
      """;

  private final Jdbi database;
  private final TimelineReader timelines;
  private final RuleBook rules;

  SessionScores(Jdbi database, TimelineReader timelines, RuleBook rules) {
    this.database = database;
    this.timelines = timelines;
    this.rules = rules;
  }

  /** The score of a session whose timeline has been read; empty until its report is complete. */
  public Optional<SessionScore> of(UUID sessionId, List<Happening> happenings) {
    return Optional.ofNullable(facts(List.of(sessionId)).get(sessionId))
        .map(facts -> score(facts.with(happenings)));
  }

  /**
   * The scores of sessions by their ids, with two statements for all of them; without sessions
   * whose reports are incomplete.
   */
  public Map<UUID, SessionScore> of(Collection<UUID> sessionIds) {
    Map<UUID, SessionFacts> facts = facts(sessionIds);
    Map<UUID, SessionScore> scores = new HashMap<>();
    timelines.read(
        facts.keySet(), (id, happenings) -> scores.put(id, score(facts.get(id).with(happenings))));
    facts.forEach((id, fact) -> scores.computeIfAbsent(id, missing -> score(fact)));
    return scores;
  }

  private SessionScore score(SessionFacts facts) {
    return SessionScore.of(rules.version(facts.rulesVersion()), facts);
  }

  /** The facts of complete sessions without their timelines. */
  private Map<UUID, SessionFacts> facts(Collection<UUID> sessionIds) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(FACTS)
                .bindArray("sessions", UUID.class, sessionIds)
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), facts(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static SessionFacts facts(ResultSet row) throws SQLException {
    return new SessionFacts(
        row.getBoolean("of_log"),
        row.getInt("rules_version"),
        row.getString("language"),
        row.getBoolean("over_days"),
        row.getBoolean("has_problem"),
        row.getInt("criteria"),
        row.getInt("people"),
        row.getInt("participants"),
        row.getInt("ideas"),
        row.getInt("build_ons"),
        row.getObject("writers", Integer.class),
        row.getObject("hints", Integer.class),
        List.of((Integer[]) row.getArray("ideas_by_person").getArray()),
        List.of());
  }
}
