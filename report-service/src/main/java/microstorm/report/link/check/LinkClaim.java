package microstorm.report.link.check;

import java.util.UUID;

/**
 * An address that this replica checks until its lease ends.
 *
 * @param host the host of the address
 * @param claim the proof that the address still belongs to this replica
 * @param attempts how often the address was claimed, including this time
 * @param address as somebody has written it
 */
record LinkClaim(
    UUID checkId, UUID teamId, UUID target, String host, UUID claim, int attempts, String address) {}
