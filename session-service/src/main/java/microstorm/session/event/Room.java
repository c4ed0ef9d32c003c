package microstorm.session.event;

import java.util.List;
import java.util.UUID;

/** A room with its number, from 1, and its participants. */
public record Room(int number, List<UUID> participants) {}
