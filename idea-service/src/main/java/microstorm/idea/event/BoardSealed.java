package microstorm.idea.event;

import java.util.UUID;

/**
 * * Nothing changes on the board after {@code seq}; it holds this many of each. {@code logRevision}
 * tells the edition of the team's log that it was taken from; null when it was not. {@code writers}
 * is how many people wrote, {@code hints} how often somebody was told that their words read like
 * praise or criticism; both null for a board of a log.
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
