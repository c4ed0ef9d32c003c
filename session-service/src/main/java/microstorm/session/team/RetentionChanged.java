package microstorm.session.team;

import java.util.UUID;

/**
 * The retention of a team was changed in the current transaction.
 *
 * @param days after how many days its sessions are deleted; null for never
 */
public record RetentionChanged(UUID teamId, Integer days) {}
