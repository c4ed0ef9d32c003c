package microstorm.web;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The party that shared capacity is charged to.
 *
 * @param team the team, or the session where a token names no team, or an address without a token
 * @param client one of the team's clients: the participant, the owner, or a request without a token
 */
public record Requester(String team, String client) {

  private static final AtomicLong ANONYMOUS = new AtomicLong();

  /** A caller without a token. A room full of people has one address: they are many clients. */
  public static Requester anonymous(String address) {
    return new Requester(address, address + " " + ANONYMOUS.incrementAndGet());
  }

  /** The same client in one session: a limit per client and session counts by it. */
  public Requester in(Object sessionId) {
    return new Requester(team, client + " " + sessionId);
  }
}
