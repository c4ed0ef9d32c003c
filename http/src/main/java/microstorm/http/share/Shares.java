package microstorm.http.share;

/**
 * The size of a shared capacity and of its largest shares.
 *
 * @param total the whole capacity
 * @param perTeam the part of it that one team may hold
 * @param perClient the part of it that one client may hold
 */
public record Shares(long total, long perTeam, long perClient) {}
