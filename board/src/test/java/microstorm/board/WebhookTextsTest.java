package microstorm.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the webhooks names every event and every failure that the API knows. */
class WebhookTextsTest {

  private static final Path PAGE =
      Path.of("src/main/resources/web/app/pages/webhooks/model.ts").toAbsolutePath();
  private static final Path API = Path.of("../report-service/openapi.yaml");

  @Test
  void everyEventHasANameAndASentence() throws IOException {
    assertThat(found("\\['(microstorm[a-z.]+)', 'event\\w+', 'event\\w+Help'\\]", text()))
        .isEqualTo(Enumeration.of(API, "WebhookEventType"));
  }

  @Test
  void everyFailureHasASentence() throws IOException {
    String failures = text().replaceAll("(?s).*const FAILURES[^{]*\\{(.*?)\\};.*", "$1");
    assertThat(found("(?m)^  '?([a-z-]+)'?: 'fail\\w+',$", failures))
        .isEqualTo(Enumeration.of(API, "DeliveryAttempt", "failure"));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult one) -> one.group(1))
        .toList();
  }

  private static String text() throws IOException {
    return Files.readString(PAGE);
  }
}
