package microstorm.idea.event;

import java.util.UUID;

/**
 * Nothing changes on the board after {@code seq}; the counts say how much it holds. {@code
 * logRevision} is the edition of the team's log that the board was imported from, or null. {@code
 * writers} is the number of people who wrote, {@code hints} the number of hints about praise or
 * criticism; both are null for a board of a log.
 */
public record BoardSealed(
    UUID sessionId,
    UUID teamId,
    long seq,
    Integer logRevision,
    int topics,
    int ideas,
    int links,
    int groups,
    int actions,
    Integer writers,
    Integer hints)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.board-sealed.v1";
  }
}
