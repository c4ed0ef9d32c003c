package microstorm.idea.vote;

import java.util.UUID;

/**
 * Somebody's own dots after one was put or taken back.
 *
 * @param mine how many they have on this idea
 * @param left how many they have left
 */
public record VoteView(UUID ideaId, int mine, int left) {}
