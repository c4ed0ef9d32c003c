package microstorm.report.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import microstorm.messaging.inbox.EventDispatcher;
import org.jdbi.v3.core.Jdbi;

/** Projects the outcomes of sessions: groups, counted dots and marks. */
@ApplicationScoped
class OutcomeProjection {

  private final Jdbi database;

  OutcomeProjection(Jdbi database) {
    this.database = database;
  }

  /** Registers the events that it reads. */
  void register(EventDispatcher readers) {
    readers
        .on(IdeaEvent.Grouped.TYPE, IdeaEvent.Grouped.class, this::grouped)
        .on(
            IdeaEvent.GroupRemoved.TYPE,
            IdeaEvent.GroupRemoved.class,
            group -> execute("delete from report_group where id = ?", group.groupId()))
        .on(IdeaEvent.VotesCounted.TYPE, IdeaEvent.VotesCounted.class, this::counted);
  }

  private void grouped(IdeaEvent.Grouped group) {
    execute(
        """
        insert into report_group (id, session_id, position, name, ideas) values (?, ?, ?, ?, ?)
        on conflict (id) do update set position = excluded.position, name = excluded.name,
          ideas = excluded.ideas
        """,
        group.groupId(),
        group.sessionId(),
        group.position(),
        group.name(),
        group.ideaIds().toArray(UUID[]::new));
  }

  private void counted(IdeaEvent.VotesCounted counted) {
    execute("update report_idea set votes = 0 where session_id = ?", counted.sessionId());
    counted
        .votes()
        .forEach(
            idea ->
                execute(
                    "update report_idea set votes = ? where id = ?", idea.votes(), idea.ideaId()));
    counted
        .marks()
        .forEach(
            mark ->
                execute(
                    """
                    insert into report_mark (session_id, idea_id, criterion_id, mean, count)
                    values (?, ?, ?, ?, ?) on conflict do nothing
                    """,
                    counted.sessionId(),
                    mark.ideaId(),
                    mark.criterionId(),
                    mark.mean(),
                    mark.count()));
  }

  private void execute(String sql, Object... parameters) {
    database.useHandle(handle -> handle.execute(sql, parameters));
  }
}
