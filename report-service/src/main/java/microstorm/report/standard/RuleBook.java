package microstorm.report.standard;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * All versions of the rules, from the file {@code standards.json}. A version that was released does
 * not change any more, because closed sessions keep the version by which they were scored.
 */
@ApplicationScoped
public class RuleBook {

  static final String DEFAULT_LANGUAGE = "en";

  private static final String FILE = "/standards.json";

  private final List<RuleSet> versions;

  RuleBook() {
    this(read());
  }

  RuleBook(List<RuleSet> versions) {
    for (int i = 0; i < versions.size(); i++) {
      RuleChecks.check(versions.get(i), i + 1);
    }
    this.versions = List.copyOf(versions);
  }

  /** The version by which sessions are scored that close now. */
  public int currentVersion() {
    return versions.size();
  }

  /**
   * The rules of a version. A session that was closed by a replica without rules has none, and is
   * scored by the first version; a version of a newer replica is replaced by the newest known one.
   */
  RuleSet version(int version) {
    return versions.get(Math.min(Math.max(version, 1), versions.size()) - 1);
  }

  private static List<RuleSet> read() {
    try (InputStream file = RuleBook.class.getResourceAsStream(FILE)) {
      return List.of(
          JsonMapper.builder()
              .build()
              .readValue(Objects.requireNonNull(file, FILE), RuleSet[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read.", e);
    }
  }
}
