package microstorm.session.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.access.SignedInOwner;
import microstorm.session.event.TeamChanged;
import microstorm.session.event.TeamCreated;
import microstorm.session.problem.SessionProblem;
import microstorm.session.request.Created;

/** Creates and changes teams, and finds those of people who sign in. */
@ApplicationScoped
public class TeamService {

  private static final int SLUG_TRIES = 10;

  private final KnownTemplates templates;
  private final NewTeamLimiter newTeams;
  private final Event<RetentionChanged> retention;
  private final Outbox outbox;
  private final Clock clock;
  private final NewId newId;

  TeamService(
      KnownTemplates templates,
      NewTeamLimiter newTeams,
      Event<RetentionChanged> retention,
      Outbox outbox,
      Clock clock,
      NewId newId) {
    this.templates = templates;
    this.newTeams = newTeams;
    this.retention = retention;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * Creates a team. With the owner key and the name of an existing team, returns that team.
   *
   * @param address counts the team
   * @throws ProblemException 409 when the key belongs to a team with another name; 429
   *     too-many-new-teams
   */
  @Transactional
  Created<TeamView> create(CreateTeam request, String address) {
    AccessKey key = AccessKey.ofClient(request.ownerKey());
    if (TeamKey.of(key).filter(known -> !known.isOwners()).isPresent()) {
      throw SessionProblem.OWNER_KEY_IN_USE.exception("This key is the key of a member of a team.");
    }
    String name = request.name().strip();
    Created<Team> team =
        Team.ownedWith(key).map(Created::before).orElseGet(() -> insert(name, key, address));
    if (!team.value().name.equals(name)) {
      throw SessionProblem.OWNER_KEY_IN_USE.exception();
    }
    return team.map(owned -> TeamView.of(owned, key));
  }

  /**
   * Creates a team of a person who signed in, or returns their team with this name.
   *
   * @param address counts the team
   * @throws ProblemException 429 too-many-new-teams
   */
  @Transactional
  Created<TeamView> create(String name, SignedInOwner owner, String address) {
    Team.lockTeamsOf(owner);
    String stripped = name.strip();
    return Team.createdBy(owner, stripped)
        .map(Created::before)
        .orElseGet(
            () -> {
              Created<Team> created = insert(stripped, null, address);
              created.value().giveTo(owner);
              return created;
            })
        .map(team -> TeamView.of(team, null));
  }

  /** The team with this slug, if the person created it or owns it according to the provider. */
  @Transactional
  public Optional<TeamAccess> ownedTeam(String slug, SignedInOwner owner) {
    return Team.ownedBy(owner, slug).map(team -> TeamAccess.ofSignIn(team.id));
  }

  /**
   * The team of a caller, if its slug is this one.
   *
   * @throws ProblemException 404 for another team and an absent one
   */
  @Transactional
  public Team get(UUID teamId, String slug) {
    return Team.withSlug(teamId, slug).orElseThrow(() -> ProblemException.notFound("team"));
  }

  /**
   * Changes a team. Its slug stays, so that addresses remain valid.
   *
   * @throws ProblemException 404 for another team and an absent one; 400 for an unknown template
   */
  @Transactional
  Team change(UUID teamId, String slug, ChangeTeam request) {
    Team team =
        Team.lock(teamId)
            .filter(found -> found.slug.equals(slug))
            .orElseThrow(() -> ProblemException.notFound("team"));
    if (request.language() != null) {
      team.language = request.language();
    }
    if (request.defaultTemplate() != null) {
      team.defaultTemplate = requireKnown(teamId, request.defaultTemplate().value());
    }
    if (request.retentionDays() != null
        && !Objects.equals(request.retentionDays().value(), team.retentionDays)) {
      team.retentionDays = request.retentionDays().value();
      retention.fire(new RetentionChanged(teamId, team.retentionDays));
    }
    if (request.name() != null) {
      team.name = request.name().strip();
      outbox.append(new TeamChanged(team.id, team.slug, team.name));
    }
    return team;
  }

  private String requireKnown(UUID teamId, String template) {
    if (template != null && !templates.exists(teamId, template)) {
      throw ProblemException.invalid(
          "defaultTemplate", "must be the id of a template of the team, or of one that ships");
    }
    return template;
  }

  /**
   * @param key null for a team whose owners sign in
   */
  private Created<Team> insert(String name, AccessKey key, String address) {
    newTeams.count(address);
    UUID id = newId.get();
    Instant now = clock.instant();
    for (int n = 1; n <= SLUG_TRIES; n++) {
      String slug = Slug.candidate(name, n);
      if (insertIfFree(id, slug, name, key, now)) {
        outbox.append(new TeamCreated(id, slug, name, now));
        return Created.now(Team.findById(id));
      }
      Optional<Team> concurrently = key == null ? Optional.empty() : Team.ownedWith(key);
      if (concurrently.isPresent()) {
        return Created.before(concurrently.get());
      }
    }
    throw ProblemException.busy(
        "No free slug was found for this name. Please try again, or choose another name.", 1);
  }

  /** Inserts with one statement, so that two simultaneous requests never share a slug or a key. */
  private static boolean insertIfFree(
      UUID id, String slug, String name, AccessKey key, Instant now) {
    return Team.getEntityManager()
            .createNativeQuery(
                """
                insert into team (id, slug, name, owner_key_hash, created_at)
                values (:id, :slug, :name, cast(:hash as bytea), :now) on conflict do nothing
                """)
            .setParameter("id", id)
            .setParameter("slug", slug)
            .setParameter("name", name)
            .setParameter("hash", key == null ? null : key.hash())
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }
}
