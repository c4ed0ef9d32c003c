package microstorm.http.token;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The party that shared capacity is charged to.
 *
 * @param team the team; the session if the token names no team; the address if there is no token
 * @param client one of the team's clients: the participant, the owner, or a request without a token
 */
public record Requester(String team, String client) {

  private static final AtomicLong ANONYMOUS = new AtomicLong();

  /**
   * A caller without a token. Each request counts as a client of its own, since many people may
   * share an address.
   */
  public static Requester anonymous(String address) {
    return new Requester(address, address + " " + ANONYMOUS.incrementAndGet());
  }

  /** The same client in one session, for limits per client and session. */
  public Requester in(Object sessionId) {
    return new Requester(team, client + " " + sessionId);
  }
}
