package microstorm.session.team;

import java.util.UUID;
import microstorm.http.token.Caller;

/**
 * The access to a team that a proof gives.
 *
 * @param role {@link Caller#OWNER} or {@link Caller#MEMBER}
 * @param keyId the key; null for an owner who signed in
 */
public record TeamAccess(UUID teamId, String role, UUID keyId) {

  static TeamAccess ofSignIn(UUID teamId) {
    return new TeamAccess(teamId, Caller.OWNER, null);
  }
}
