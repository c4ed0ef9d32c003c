package microstorm.http.token;

import java.util.Set;
import java.util.UUID;

/** Keys were revoked or teams deleted, by this replica. */
record AccessRevoked(Set<UUID> ids) {}
