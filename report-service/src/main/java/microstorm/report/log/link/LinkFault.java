package microstorm.report.log.link;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a link does not lead to a web page. */
public enum LinkFault {
  NO_ADDRESS("has no address"),
  NO_SCHEME("has an address that does not begin with https:// or http://"),
  MISSPELT_SCHEME("has a misspelt http:// or https:// at the beginning of its address"),
  OTHER_SCHEME("has an address of another kind than http:// and https://"),
  SCRIPT("has an address that would run a script"),
  BAD_HOST("has an address without a valid host"),
  TOO_LONG("has an address of more than 2,000 characters"),
  BRACKET_MISSING("has too few brackets; the form is [words](https://example.com)"),
  BRACKETS_SWAPPED("has exchanged brackets; the form is [words](https://example.com)"),
  SPACE_IN_ADDRESS("has a space in its address; write %20 instead"),
  SPACE_BEFORE_ADDRESS("has a space between its words and its address");

  private final String sentence;

  LinkFault(String sentence) {
    this.sentence = sentence;
  }

  /** The name in the API and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rest of a sentence that begins with the link. */
  public String sentence() {
    return sentence;
  }

  /** The fault with this code. */
  public static Optional<LinkFault> of(String code) {
    return Stream.of(values()).filter(fault -> fault.code().equals(code)).findFirst();
  }
}
