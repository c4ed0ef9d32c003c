package microstorm.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page of the platforms says the same about Compose as the documentation, in both languages.
 */
class PlatformPointsTest {

  private static final Path PAGE = Path.of("src/main/resources/web/app/pages/platform/points.ts");
  private static final Path DOCUMENT = Path.of("../docs/scaling.md");
  private static final Pattern POINT =
      Pattern.compile("point: '([a-z-]+)', .*compose: \\['([a-z]+)'");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| [^|]+ \\| \\*\\*(yes|partly|no)\\*\\*");
  private static final Pattern NAME = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  private static List<String> groups(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(group)).toList();
  }

  @Test
  void bothLanguagesHaveThePointsAndStatesOfTheDocumentation() throws IOException {
    String document = Files.readString(DOCUMENT);
    List<String> names = groups(NAME, document, 1);
    List<String> states = groups(ROW, document, 1);
    assertThat(states).hasSize(10);

    String[] languages = Files.readString(PAGE).split("(?m)^ {2}de: ");
    assertThat(languages).hasSize(2);
    for (String points : languages) {
      assertThat(groups(POINT, points, 1)).isEqualTo(names);
      assertThat(groups(POINT, points, 2)).isEqualTo(states);
    }
  }
}
