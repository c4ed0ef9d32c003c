package microstorm.web;

/**
 * The party that shared capacity is charged to.
 *
 * @param team the team, or the session where a token names no team, or an address without a token
 * @param client one of the team's clients: the participant, the owner, or the address
 */
public record Requester(String team, String client) {

  /** A caller without a token. */
  public static Requester anonymous(String address) {
    return new Requester(address, address);
  }

  /** The same client in one session: a limit per client and session counts by it. */
  public Requester in(Object sessionId) {
    return new Requester(team, client + " " + sessionId);
  }
}
