package microstorm.report.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The signature is the one that other programs calculate. */
class WebhookSignatureTest {

  /** The example of the libraries of Standard Webhooks. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIME = 1614265330;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void isTheSignatureOfStandardWebhooks() {
    assertThat(WebhookSignature.header(List.of(SECRET), ID, TIME, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void signsWithBothSecretsDuringARotation() {
    String next = WebhookSignature.newSecret();

    assertThat(WebhookSignature.header(List.of(next, SECRET), ID, TIME, BODY).split(" "))
        .hasSize(2)
        .contains(SIGNATURE);
  }

  @Test
  void makesDifferentSecrets() {
    assertThat(WebhookSignature.newSecret())
        .matches("whsec_[A-Za-z0-9+/]{43}=")
        .isNotEqualTo(WebhookSignature.newSecret());
  }

  /** Executes the example of the document. */
  @Test
  void theDocumentedVerificationAcceptsItAndNothingElse() throws Exception {
    assumeThat(hasPython()).as("python3 is installed").isTrue();
    String checks =
        """

        body = b'%s'
        headers = {"webhook-id": "%s", "webhook-timestamp": "%d", "webhook-signature": "v1,AAAA %s"}
        assert verify("%s", headers, body, now=%d)
        assert not verify("%s", headers, body + b" ", now=%d)
        assert not verify("whsec_AAAA", headers, body, now=%d)
        assert not verify("%s", headers, body, now=%d)
        assert not verify("%s", dict(headers, **{"webhook-id": "other"}), body, now=%d)
        print("checked")
        """
            .formatted(
                BODY,
                ID,
                TIME,
                SIGNATURE,
                SECRET,
                TIME,
                SECRET,
                TIME,
                TIME,
                SECRET,
                TIME + 301,
                SECRET,
                TIME);
    Path program = Files.createTempFile("verify", ".py");
    Files.writeString(program, documented() + checks);

    Process python =
        new ProcessBuilder("python3", program.toString()).redirectErrorStream(true).start();

    assertThat(new String(python.getInputStream().readAllBytes())).isEqualTo("checked\n");
    assertThat(python.waitFor()).isZero();
  }

  private static String documented() throws IOException {
    Matcher block =
        Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/webhooks.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
