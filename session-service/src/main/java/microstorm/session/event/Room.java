package microstorm.session.event;

import java.util.List;
import java.util.UUID;

/** A room, by number from 1, and who sits in it. */
public record Room(int number, List<UUID> participants) {}
