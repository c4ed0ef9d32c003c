package microstorm.session.team;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import microstorm.connections.ClientRates;
import microstorm.http.problem.ProblemException;
import microstorm.session.problem.SessionProblem;

/**
 * Limits the teams that one address creates in a replica. Every team has its own share of the
 * service, so a client that creates teams without a limit would take the shares of others.
 */
@ApplicationScoped
class NewTeamLimiter {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MAX_ADDRESSES = 10_000;

  private final ClientRates<String> rates;

  @Inject
  NewTeamLimiter(TeamsConfig config) {
    this(config.newPerHour(), TimeMeter.SYSTEM_NANOTIME);
  }

  NewTeamLimiter(int perHour, TimeMeter clock) {
    this.rates = new ClientRates<>(perHour, HOUR, perHour, Duration.ZERO, MAX_ADDRESSES, clock);
  }

  /**
   * Counts a new team.
   *
   * @throws ProblemException 429 too-many-new-teams beyond the rate of the address
   */
  void count(String address) {
    ConsumptionProbe turn = rates.of(address).tryConsumeAndReturnRemaining(1);
    if (!turn.isConsumed()) {
      long seconds = Duration.ofNanos(turn.getNanosToWaitForRefill()).toSeconds() + 1;
      throw SessionProblem.TOO_MANY_NEW_TEAMS.exception().retryAfter((int) seconds);
    }
  }

  /** The number of addresses in memory. */
  long addresses() {
    return rates.clients();
  }
}
