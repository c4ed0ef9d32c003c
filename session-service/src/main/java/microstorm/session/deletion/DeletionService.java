package microstorm.session.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.RevokedAccess;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import microstorm.session.core.Sessions;
import microstorm.session.event.SessionDeleted;
import microstorm.session.event.TeamDeleted;
import microstorm.session.problem.SessionProblem;
import microstorm.session.team.Team;

/** Deletes sessions and teams for owners, and sessions of deleted imports. */
@ApplicationScoped
public class DeletionService {

  private static final String KEYS = "select id from team_key where team_id = :team";

  /** The tables of a team, each after those that refer to it. */
  static final List<String> TEAM_TABLES =
      List.of("deleted_session", "template", "team_key", "team_host");

  private final ActorResolver actors;
  private final SessionRemover remover;
  private final DeletedKeys deletedKeys;
  private final RevokedAccess revoked;
  private final EntityManager database;
  private final Outbox outbox;

  DeletionService(
      ActorResolver actors,
      SessionRemover remover,
      DeletedKeys deletedKeys,
      RevokedAccess revoked,
      EntityManager database,
      Outbox outbox) {
    this.actors = actors;
    this.remover = remover;
    this.deletedKeys = deletedKeys;
    this.revoked = revoked;
    this.database = database;
    this.outbox = outbox;
  }

  /**
   * Deletes a session of the caller's team. A repetition has the same answer.
   *
   * @throws ProblemException 404; 409 session-running
   */
  @Transactional
  DeletedSessionView delete(UUID teamId, UUID sessionId) {
    Optional<DeletedSession> earlier = DeletedSession.ofTeam(teamId, sessionId);
    if (earlier.isPresent()) {
      return again(earlier.get());
    }
    requireNotRunning(actors.in(sessionId).session());
    deletedKeys.exclude(); // before the session's lock, like every transaction of the inbox
    Optional<DeletedSession> meanwhile = DeletedSession.ofTeam(teamId, sessionId);
    if (meanwhile.isPresent()) {
      return again(meanwhile.get());
    }
    requireNotRunning(actors.lock(sessionId).session());
    int participants = Participant.seats(sessionId);
    Instant now = remover.remove(teamId, List.of(sessionId));
    return new DeletedSessionView(sessionId, participants, now);
  }

  /**
   * Publishes the deletion once more, because a service of the previous version may have ignored
   * it.
   */
  private DeletedSessionView again(DeletedSession deleted) {
    outbox.append(new SessionDeleted(deleted.sessionId, deleted.teamId, deleted.deletedAt));
    return DeletedSessionView.of(deleted);
  }

  private static void requireNotRunning(Session session) {
    if (session.phase != Phase.PLANNED && !session.phase.hasEnded()) {
      throw SessionProblem.SESSION_RUNNING.exception();
    }
  }

  /** Deletes a session of a deleted import, if it exists. Runs in the inbox's transaction. */
  public void deleteImported(UUID teamId, UUID sessionId) {
    boolean exists = Sessions.lock(sessionId).filter(s -> s.teamId.equals(teamId)).isPresent();
    if (exists) {
      remover.remove(teamId, List.of(sessionId));
    } else {
      deletedKeys.add(List.of(sessionId));
    }
  }

  /**
   * Deletes a team with all its sessions, running ones too. Its tokens and keys are no longer
   * valid.
   *
   * @throws ProblemException 404
   */
  @Transactional
  DeletedTeamView deleteTeam(UUID teamId) {
    deletedKeys.exclude();
    Sessions.lockAllOf(teamId); // before the team, like every other transaction
    Team team = Team.lock(teamId).orElseThrow(() -> ProblemException.notFound("team"));
    List<UUID> sessions = Sessions.idsOf(teamId);
    int participants = Participant.seatsOfTeam(teamId);
    int templates = count("template", teamId);
    List<UUID> keys = keys(teamId);
    Instant now = remover.remove(teamId, sessions);
    TEAM_TABLES.forEach(table -> delete(table, teamId));
    DeletedTeamView view =
        new DeletedTeamView(team.id(), sessions.size(), participants, templates, keys.size(), now);
    database
        .createNativeQuery("delete from team where id = :team")
        .setParameter("team", teamId)
        .executeUpdate();
    Set<UUID> ended = new HashSet<>(keys);
    ended.add(teamId);
    revoked.revoke(ended, now);
    deletedKeys.add(List.of(teamId));
    outbox.discard(List.of(teamId));
    outbox.append(new TeamDeleted(teamId, now));
    return view;
  }

  @SuppressWarnings("unchecked")
  private List<UUID> keys(UUID teamId) {
    return database
        .createNativeQuery(KEYS, UUID.class)
        .setParameter("team", teamId)
        .getResultList();
  }

  private int count(String table, UUID teamId) {
    return ((Number)
            database
                .createNativeQuery("select count(*) from " + table + " where team_id = :team")
                .setParameter("team", teamId)
                .getSingleResult())
        .intValue();
  }

  private void delete(String table, UUID teamId) {
    database
        .createNativeQuery("delete from " + table + " where team_id = :team")
        .setParameter("team", teamId)
        .executeUpdate();
  }
}
