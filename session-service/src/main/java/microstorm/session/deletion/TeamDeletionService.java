package microstorm.session.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.RevokedAccess;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.Participant;
import microstorm.session.core.Sessions;
import microstorm.session.event.TeamDeleted;
import microstorm.session.team.Team;

/**
 * Deletes teams for owners. The request ends the access and removes what is small and of the team
 * itself; {@link TeamRemover} removes the sessions, which can be thousands.
 */
@ApplicationScoped
class TeamDeletionService {

  /** The tables of which the request deletes the team's rows; their number is limited. */
  static final List<String> TABLES = List.of("template", "team_key", "team_host");

  private static final String KEYS = "select id from team_key where team_id = :team";

  private static final String HIDE =
      """
      insert into team_removal (team_id, deleted_at) values (:team, :now) on conflict do nothing
      """;

  /** The slug is free for other teams at once. */
  private static final String FORGET_NAME =
      """
      update team set slug = cast(id as text), name = '', owner_key_hash = null,
        default_template = null
      where id = :team
      """;

  private final DeletedKeys deletedKeys;
  private final RevokedAccess revoked;
  private final EntityManager database;
  private final Outbox outbox;
  private final Clock clock;

  TeamDeletionService(
      DeletedKeys deletedKeys,
      RevokedAccess revoked,
      EntityManager database,
      Outbox outbox,
      Clock clock) {
    this.deletedKeys = deletedKeys;
    this.revoked = revoked;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Deletes a team with all its sessions, running ones too. Its tokens, keys and codes are no
   * longer valid when this returns.
   *
   * @throws ProblemException 404
   */
  @Transactional
  DeletedTeamView delete(UUID teamId) {
    int sessions = Sessions.countOf(teamId);
    int participants = Participant.seatsOfTeam(teamId);
    deletedKeys.exclude(); // before the team's lock, like every transaction of the inbox
    Team team = Team.lock(teamId).orElseThrow(() -> ProblemException.notFound("team"));
    Instant now = clock.instant();
    if (!hide(teamId, now)) {
      throw ProblemException.notFound("team");
    }
    List<UUID> keys = keys(teamId);
    int templates = 0;
    for (String table : TABLES) {
      int rows = execute("delete from " + table + " where team_id = :team", teamId);
      templates += table.equals("template") ? rows : 0;
    }
    execute(FORGET_NAME, teamId);
    Set<UUID> ended = new HashSet<>(keys);
    ended.add(teamId);
    revoked.revoke(ended, now);
    deletedKeys.add(List.of(teamId));
    outbox.discard(List.of(teamId));
    outbox.append(new TeamDeleted(teamId, now));
    return new DeletedTeamView(team.id(), sessions, participants, templates, keys.size(), now);
  }

  /** Returns false if another request did this at the same time. */
  private boolean hide(UUID teamId, Instant now) {
    return database
            .createNativeQuery(HIDE)
            .setParameter("team", teamId)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  @SuppressWarnings("unchecked")
  private List<UUID> keys(UUID teamId) {
    return database
        .createNativeQuery(KEYS, UUID.class)
        .setParameter("team", teamId)
        .getResultList();
  }

  private int execute(String statement, UUID teamId) {
    return database.createNativeQuery(statement).setParameter("team", teamId).executeUpdate();
  }
}
