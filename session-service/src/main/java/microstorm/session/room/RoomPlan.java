package microstorm.session.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Splits a group into rooms ("Groups of five to seven people are usually most effective.").
 *
 * <p>The sizes of the rooms differ by at most one, and no room is larger than the largest size.
 * Among the numbers of rooms for which no room is smaller than the smallest size either, the plan
 * takes the one whose mean room size is nearest to the middle. If there is no such number (with 5
 * to 7: up to 4 people, and 8 or 9), it takes the fewest rooms that respect the largest size.
 */
public final class RoomPlan {

  private RoomPlan() {}

  /**
   * Assigns everybody to a room at random. The same seed gives the same rooms.
   *
   * @param least the smallest size, at least 1
   * @param most the largest size, at least {@code least}
   * @return the rooms, none of them empty; an empty list for no people
   */
  public static List<List<UUID>> split(List<UUID> people, int least, int most, long seed) {
    if (least < 1 || most < least) {
      throw new IllegalArgumentException("No room has " + least + " to " + most + " people.");
    }
    int rooms = rooms(people.size(), least, most);
    List<UUID> shuffled = shuffled(people, seed);
    List<List<UUID>> split = new ArrayList<>();
    int taken = 0;
    for (int room = 0; room < rooms; room++) {
      int size = people.size() / rooms + (room < people.size() % rooms ? 1 : 0);
      split.add(List.copyOf(shuffled.subList(taken, taken + size)));
      taken += size;
    }
    return split;
  }

  /** The number of rooms for this number of people. */
  static int rooms(int people, int least, int most) {
    int fewest = (people + most - 1) / most;
    int best = fewest;
    for (int rooms = fewest; rooms > 0 && people / rooms >= least; rooms++) {
      if (distance(people, rooms, least, most) < distance(people, best, least, most)) {
        best = rooms;
      }
    }
    return best;
  }

  /** The distance of the mean room size from the middle of the wanted sizes. */
  private static double distance(int people, int rooms, int least, int most) {
    return Math.abs((double) people / rooms - (least + most) / 2.0);
  }

  /**
   * Shuffles by Fisher and Yates. Java specifies the sequence of Random, unlike that of other
   * generators.
   */
  private static List<UUID> shuffled(List<UUID> people, long seed) {
    List<UUID> shuffled = new ArrayList<>(people);
    Random random = new Random(seed);
    for (int last = shuffled.size() - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      UUID moved = shuffled.set(other, shuffled.get(last));
      shuffled.set(last, moved);
    }
    return shuffled;
  }
}
