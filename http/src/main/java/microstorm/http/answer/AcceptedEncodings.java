package microstorm.http.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The content encodings that a client accepts (RFC 9110, Accept-Encoding). */
record AcceptedEncodings(Map<String, Boolean> named) {

  private static final String ANY = "*";
  private static final Pattern REFUSED = Pattern.compile(".*;\\s*q\\s*=\\s*0(\\.0*)?\\s*");

  /**
   * @param lines the values of Accept-Encoding
   */
  static AcceptedEncodings of(List<String> lines) {
    return new AcceptedEncodings(
        lines.stream()
            .flatMap(line -> Stream.of(line.toLowerCase(Locale.ROOT).split(",")))
            .collect(
                Collectors.toMap(
                    element -> element.split(";", 2)[0].strip(),
                    element -> !REFUSED.matcher(element).matches(),
                    Boolean::logicalAnd)));
  }

  boolean contain(String encoding) {
    return named.getOrDefault(encoding, named.getOrDefault(ANY, false));
  }
}
