package microstorm.session.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.session.access.OwnerAccess;
import microstorm.session.access.SignedInOwner;
import microstorm.session.problem.SessionProblem;
import microstorm.session.team.TeamAccess;
import microstorm.session.team.TeamKeys;
import microstorm.session.team.TeamService;

/** Checks the proofs of access to a team. */
@ApplicationScoped
public class OwnerProofs {

  private final TeamService teams;
  private final TeamKeys keys;
  private final OwnerAccess access;

  OwnerProofs(TeamService teams, TeamKeys keys, OwnerAccess access) {
    this.teams = teams;
    this.keys = keys;
    this.access = access;
  }

  /**
   * The access that a proof gives to the team with this slug.
   *
   * @throws ProblemException 400 when the proof is of another kind or missing; 401 when it is wrong
   */
  TeamAccess check(String slug, TeamProof proof) {
    Optional<SignedInOwner> owner = access.signedInOwner(proof.key(), proof.identityToken());
    return owner.isPresent()
        ? teams.ownedTeam(slug, owner.get()).orElseThrow(SessionProblem.NOT_AN_OWNER::exception)
        : byKey(slug, proof);
  }

  /**
   * Requires the proof of an owner of the team with this slug.
   *
   * @throws ProblemException like {@link #check}; a member key is no proof here
   */
  public void requireOwner(String slug, TeamProof proof) {
    if (proof.memberKey() != null) {
      throw SessionProblem.OWNER_KEY_MISSING.exception(
          "A member key is not sufficient. Send an owner key in the field ownerKey.");
    }
    check(slug, proof);
  }

  private TeamAccess byKey(String slug, TeamProof proof) {
    if (proof.key() == null) {
      throw SessionProblem.OWNER_KEY_MISSING.exception();
    }
    if (proof.memberKey() == null) {
      return keys.access(slug, Caller.OWNER, proof.ownerKey())
          .orElseThrow(SessionProblem.OWNER_KEY_WRONG::exception);
    }
    if (proof.ownerKey() != null) {
      throw ProblemException.invalid("memberKey", "must be absent if ownerKey is sent");
    }
    return keys.access(slug, Caller.MEMBER, proof.memberKey())
        .orElseThrow(SessionProblem.MEMBER_KEY_WRONG::exception);
  }
}
