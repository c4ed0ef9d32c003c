package microstorm.client;

import java.util.Map;
import java.util.regex.Pattern;

/** Which requests may be made again when nobody knows whether the first one was carried out. */
final class Repeats {

  /** Where the API takes an Idempotency-Key, by which it finds what the first request made. */
  private static final Pattern KEYED =
      Pattern.compile(
          "POST /api/(sessions|sessions/[^/]+/participants|boards/[^/]+/(ideas|votes))"
              + "|DELETE /api/boards/[^/]+/votes/[^/]+");

  /** Posts that say how something is to be: the second one changes nothing. */
  private static final Pattern SETTING =
      Pattern.compile("/api/(sessions/[^/]+/(phase|ready)|boards/[^/]+/marks)");

  /** Here the thing that is made may have an id of the client's, and is made once. */
  private static final Pattern OF_A_BOARD = Pattern.compile("/api/boards/[^/]+/[^/]+");

  /** What ends whichever break there is: a second one would end the next. */
  private static final Pattern CURRENT = Pattern.compile("/api/sessions/[^/]+/breaks/current");

  private Repeats() {}

  static boolean takesKey(String method, String path) {
    return KEYED.matcher(method + " " + path).matches();
  }

  /** Whether a second request, with the same key where there is one, leaves all as it is. */
  static boolean isHarmless(String method, String path, Map<String, ?> body) {
    return !method.equals("POST") && !CURRENT.matcher(path).matches()
        || takesKey(method, path)
        || SETTING.matcher(path).matches()
        || body.containsKey("id") && OF_A_BOARD.matcher(path).matches();
  }
}
