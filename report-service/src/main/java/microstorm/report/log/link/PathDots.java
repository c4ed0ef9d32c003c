package microstorm.report.log.link;

import java.util.ArrayList;
import java.util.List;

/** Removes the segments {@code .} and {@code ..} of a path, as every browser does. */
final class PathDots {

  private PathDots() {}

  /** The path without such segments (RFC 3986, section 5.2.4). */
  static String remove(String path) {
    if (!path.contains("/.") && !path.contains("/%2")) {
      return path;
    }
    String[] segments = path.split("/", -1);
    List<String> kept = new ArrayList<>();
    for (int i = 1; i < segments.length; i++) {
      String segment = segments[i].replace("%2e", ".").replace("%2E", ".");
      boolean last = i == segments.length - 1;
      if (segment.equals("..") && !kept.isEmpty()) {
        kept.remove(kept.size() - 1);
      }
      if (!segment.equals(".") && !segment.equals("..")) {
        kept.add(segments[i]);
      } else if (last) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
