package microstorm.idea.vote;

import java.util.UUID;

/**
 * A person's own dots after one was given or taken back.
 *
 * @param mine the number of the person's dots on this idea
 * @param left the number of dots that the person has left
 */
public record VoteView(UUID ideaId, int mine, int left) {}
