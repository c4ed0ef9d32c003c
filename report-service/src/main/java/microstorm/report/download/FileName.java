package microstorm.report.download;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a browser saves a report, such as {@code 2026-01-02 Cheaper lunch.pdf}.
 *
 * @param complete whether the report is complete; otherwise the name says that it is not
 */
public record FileName(@Nullable LocalDate heldOn, @Nullable String title, boolean complete) {

  /** The header that has the name. */
  public static final String HEADER = "Content-Disposition";

  private static final int MAX_TITLE = 80;
  private static final String UNTITLED = "report";

  /** What file systems forbid or interpret, and characters that are not visible. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\\\/:*?\"<>|%\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+|^[.\\s]+");

  /** The value of the header for a file that a browser shows (RFC 6266). */
  public String inline(String extension) {
    return disposition("inline", null, extension);
  }

  /**
   * The value of the header for a file that a browser saves.
   *
   * @param part the part of the report that the file contains; null for all of it
   */
  public String attachment(@Nullable String part, String extension) {
    return disposition("attachment", part, extension);
  }

  private String disposition(String type, @Nullable String part, String extension) {
    String words =
        Stream.of(
                Objects.toString(heldOn, ""),
                fit(),
                Objects.toString(part, ""),
                complete ? "" : "(incomplete)")
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    String name = words + "." + extension;
    String ascii = name.replaceAll("[^\\x20-\\x7e]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return type + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }

  private String fit() {
    String fit =
        UNFIT.matcher(Objects.toString(title, "")).replaceAll(" ").replaceAll("\\s+", " ").strip();
    int end = fit.offsetByCodePoints(0, Math.min(MAX_TITLE, fit.codePointCount(0, fit.length())));
    String cut = fit.substring(0, end).strip();
    return cut.isEmpty() ? UNTITLED : cut;
  }
}
