package microstorm.http.input;

import java.util.List;

/** Lists in requests. */
public final class InputLists {

  private InputLists() {}

  /**
   * Shortens a list that is too long to one element more than the maximum. {@code @Size} still
   * refuses it, but the elements that are cut off are not validated.
   *
   * @return the list itself if it is not longer than that; null for null
   */
  public static <T> List<T> truncate(List<T> list, int max) {
    return list == null || list.size() <= max + 1 ? list : list.subList(0, max + 1);
  }
}
