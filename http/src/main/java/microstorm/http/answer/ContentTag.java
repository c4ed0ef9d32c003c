package microstorm.http.answer;

import java.util.Arrays;
import java.util.List;
import microstorm.http.Secrets;

/**
 * A weak entity tag (RFC 9110). It is weak because the same content has other bytes when it is
 * compressed.
 */
record ContentTag(String value) {

  private static final int BYTES = 16;
  private static final String WEAK = "W/";
  private static final String ANY = "*";

  /** The tag of a version: a hash of its parts, so that it reveals nothing about them. */
  static ContentTag of(byte[]... version) {
    byte[] hash = Arrays.copyOf(Secrets.hash(version), BYTES);
    return new ContentTag(WEAK + '"' + Secrets.base64(hash) + '"');
  }

  /** Whether the values of If-None-Match contain this tag, by the weak comparison. */
  boolean isIn(List<String> ifNoneMatch) {
    return ifNoneMatch.stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .anyMatch(tag -> tag.equals(ANY) || opaque(tag).equals(opaque(value)));
  }

  private static String opaque(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
