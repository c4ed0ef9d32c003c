package microstorm.report.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import microstorm.http.token.RevokedAccess;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.report.deletion.ReportRemover;
import microstorm.report.deletion.TeamRemover;
import microstorm.report.projection.SessionEvent.Deleted;
import microstorm.report.projection.SessionEvent.TeamChanged;
import microstorm.report.projection.SessionEvent.TeamCreated;
import microstorm.report.projection.SessionEvent.TeamDeleted;
import microstorm.report.projection.SessionEvent.TeamKeyRevoked;
import org.jdbi.v3.core.Jdbi;

/** Keeps the teams up to date: names, keys that are no longer valid, and what was deleted. */
@ApplicationScoped
class TeamProjection {

  private final Jdbi database;
  private final RevokedAccess revoked;
  private final ReportRemover remover;
  private final TeamRemover teams;

  TeamProjection(Jdbi database, RevokedAccess revoked, ReportRemover remover, TeamRemover teams) {
    this.remover = remover;
    this.teams = teams;
    this.database = database;
    this.revoked = revoked;
  }

  void register(EventDispatcher events) {
    events
        .on(TeamCreated.TYPE, TeamCreated.class, this::create)
        .on(TeamChanged.TYPE, TeamChanged.class, this::change)
        .on(TeamKeyRevoked.TYPE, TeamKeyRevoked.class, this::revoke)
        .on(
            Deleted.TYPE,
            Deleted.class,
            session -> remover.remove(session.teamId(), Set.of(session.sessionId())))
        .on(TeamDeleted.TYPE, TeamDeleted.class, this::delete);
  }

  private void create(TeamCreated team) {
    execute(
        "insert into team (id, slug, name) values (?, ?, ?) on conflict do nothing",
        team.teamId(),
        team.slug(),
        team.name());
  }

  private void change(TeamChanged team) {
    execute("update team set name = ? where id = ?", team.name(), team.teamId());
  }

  private void revoke(TeamKeyRevoked key) {
    revoked.revoke(Set.of(key.keyId()), key.revokedAt());
  }

  private void delete(TeamDeleted team) {
    teams.remove(team.teamId(), team.deletedAt());
  }

  private void execute(String sql, Object... parameters) {
    database.useHandle(handle -> handle.execute(sql, parameters));
  }
}
