package microstorm.client;

import java.util.Map;
import java.util.regex.Pattern;

/** Decides which requests may be repeated although the first attempt may have been carried out. */
final class Repeats {

  /** Operations with an Idempotency-Key, by which the API finds the result of the first request. */
  private static final Pattern KEYED =
      Pattern.compile(
          "POST /api/(sessions|sessions/[^/]+/participants|boards/[^/]+/(ideas|votes))"
              + "|DELETE /api/boards/[^/]+/votes/[^/]+");

  /** POST operations that set a value: a repetition changes nothing. */
  private static final Pattern SETTING =
      Pattern.compile("/api/(sessions/[^/]+/(phase|ready)|boards/[^/]+/marks)");

  /** POST operations that create a resource, once per id, if the client chooses the id. */
  private static final Pattern OF_A_BOARD = Pattern.compile("/api/boards/[^/]+/[^/]+");

  /** Ends the current break: a repetition could end the next one. */
  private static final Pattern CURRENT = Pattern.compile("/api/sessions/[^/]+/breaks/current");

  private Repeats() {}

  static boolean takesKey(String method, String path) {
    return KEYED.matcher(method + " " + path).matches();
  }

  /** Whether a repetition, with the same key if it has one, changes nothing. */
  static boolean isHarmless(String method, String path, Map<String, ?> body) {
    return !method.equals("POST") && !CURRENT.matcher(path).matches()
        || takesKey(method, path)
        || SETTING.matcher(path).matches()
        || body.containsKey("id") && OF_A_BOARD.matcher(path).matches();
  }
}
