package microstorm.session.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.http.token.RevokedAccess;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.event.TeamKeyRevoked;
import microstorm.session.problem.SessionProblem;
import microstorm.session.request.Created;

/** Adds and revokes the keys of teams, and checks them. */
@ApplicationScoped
public class TeamKeys {

  /** How long a repeated revocation finds the revoked key. */
  private static final Duration REVOKED_KEPT = Duration.ofDays(8);

  private final RevokedAccess revoked;
  private final TeamsConfig config;
  private final Outbox outbox;
  private final Clock clock;
  private final NewId newId;

  TeamKeys(RevokedAccess revoked, TeamsConfig config, Outbox outbox, Clock clock, NewId newId) {
    this.revoked = revoked;
    this.config = config;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * The access that a key gives to the team with this slug; empty when it is not a key of this team
   * and role. Records the day of use.
   */
  @Transactional
  public Optional<TeamAccess> access(String slug, String role, String secret) {
    Optional<TeamKey> key =
        TeamKey.of(new AccessKey(secret))
            .filter(found -> found.role.equals(role))
            .filter(found -> Team.withSlug(found.teamId, slug).isPresent());
    key.ifPresent(found -> found.usedOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    return key.map(found -> new TeamAccess(found.teamId, found.role, found.id));
  }

  @Transactional
  List<TeamKey> list(UUID teamId) {
    return TeamKey.ofTeam(teamId);
  }

  /**
   * Adds a key to a team. A repeated request with the client's own secret finds the same key.
   *
   * @throws ProblemException 409 too-many-keys or key-in-use
   */
  @Transactional
  Created<AddedKey> add(UUID teamId, AddKey request) {
    Team.lock(teamId); // before the keys are counted
    AccessKey secret = AccessKey.ofClient(request.key());
    String name = request.name().strip();
    Optional<TeamKey> earlier = TeamKey.of(secret);
    if (earlier.isPresent()) {
      return Created.before(
          earlier
              .filter(key -> key.teamId.equals(teamId))
              .filter(key -> key.name.equals(name) && key.role.equals(request.role()))
              .map(key -> AddedKey.of(key, secret))
              .orElseThrow(SessionProblem.KEY_IN_USE::exception));
    }
    if (TeamKey.count(teamId) >= config.maxKeys()) {
      throw SessionProblem.TOO_MANY_KEYS.exception(
          "The team has %d keys, which is the maximum. Revoke one first."
              .formatted(config.maxKeys()));
    }
    TeamKey.deleteRevokedBefore(teamId, clock.instant().minus(REVOKED_KEPT));
    return Created.now(insert(teamId, name, request.role(), secret));
  }

  /** Adds an owner key for an operator, beyond the limit; empty when no team has this slug. */
  @Transactional
  Optional<AddedKey> reset(String slug) {
    String name = "Reset on " + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Team.withSlug(slug).map(team -> insert(team.id, name, Caller.OWNER, AccessKey.random()));
  }

  private AddedKey insert(UUID teamId, String name, String role, AccessKey secret) {
    TeamKey key = new TeamKey(newId.get(), teamId, name, role, secret, clock.instant());
    key.persist();
    return AddedKey.of(key, secret);
  }

  /**
   * Revokes a key. Its tokens are refused from now on: here at once, in the other services as soon
   * as they have the event.
   *
   * @throws ProblemException 404; 409 last-owner-key
   */
  @Transactional
  void revoke(UUID teamId, UUID keyId) {
    Team team = Team.lock(teamId).orElseThrow(() -> ProblemException.notFound("team"));
    TeamKey key = TeamKey.ofTeam(teamId, keyId).orElseThrow(() -> ProblemException.notFound("key"));
    if (key.revokedAt != null) {
      return;
    }
    if (key.isLastOfOwners()) {
      throw SessionProblem.LAST_OWNER_KEY.exception();
    }
    Instant now = clock.instant();
    team.forget(key.hash);
    key.revoke(now);
    revoked.revoke(Set.of(keyId), now);
    outbox.append(new TeamKeyRevoked(teamId, keyId, now));
  }
}
