package microstorm.idea.presence;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether leases that have run out may end. After an outage of the database all leases have
 * run out, although their people may still be connected. Every replica noticed the same outage, so
 * each waits until the others have had the time to renew their leases.
 */
final class ExpiryGuard {

  /** A lease is renewed when this part of its time is over. */
  static final int RENEWALS = 3;

  private final Duration grace;
  private Instant lastRenewal;
  private Instant expiresFrom;

  /**
   * @param grace how long a lease lasts
   * @param start the start of this replica, which waits too
   */
  ExpiryGuard(Duration grace, Instant start) {
    this.grace = grace;
    this.lastRenewal = start;
    this.expiresFrom = start.plus(grace);
  }

  /** Records that this replica has renewed its leases. Returns whether others may end now. */
  boolean renewed(Instant now) {
    if (lastRenewal.plus(grace.dividedBy(RENEWALS)).isBefore(now)) {
      expiresFrom = now.plus(grace);
    }
    lastRenewal = now;
    return !now.isBefore(expiresFrom);
  }
}
