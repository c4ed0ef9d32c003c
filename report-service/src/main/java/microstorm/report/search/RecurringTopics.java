package microstorm.report.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.report.search.RecurringTopicList.RecurringTopic;
import org.jdbi.v3.core.Jdbi;

/** Finds the topics and groups that sessions of a team have in common. */
@ApplicationScoped
class RecurringTopics {

  private static final String RECURRING =
      """
      with frequent as (
        select topic_key, count(distinct session_id) as sessions from search_entry
        where team_id = :team and topic_key is not null
        group by topic_key having count(distinct session_id) > 1
        order by 2 desc, 1 limit 50)
      select mode() within group (order by entry.text) as title, frequent.sessions,
        max(report.held_on) as last_held_on
      from frequent
        join search_entry entry on entry.team_id = :team and entry.topic_key = frequent.topic_key
        join report on report.session_id = entry.session_id
      group by frequent.topic_key, frequent.sessions
      order by 2 desc, 3 desc nulls last, 1
      """;

  private final Jdbi database;

  RecurringTopics(Jdbi database) {
    this.database = database;
  }

  /** The topics of at least two closed sessions, most frequent first. */
  List<RecurringTopic> of(UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(RECURRING)
                .bind("team", teamId)
                .map(
                    (row, context) ->
                        new RecurringTopic(
                            row.getString("title"),
                            row.getInt("sessions"),
                            row.getObject("last_held_on", LocalDate.class)))
                .list());
  }
}
