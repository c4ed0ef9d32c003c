package microstorm.report.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import microstorm.http.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LogUploadTest {

  private static final String TYPE = "multipart/form-data; boundary=b";
  private static final String FORM =
      "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n"
          + "--b\r\nContent-Disposition: form-data; name=\"log\"; filename=\"log.md\"\r\n"
          + "Content-Type: text/markdown; charset=utf-8\r\n\r\n### Session : 1\r\n--b--\r\n";

  @Test
  void theFirstFileIsTheLog() {
    assertThat(log(TYPE, FORM)).isEqualTo("### Session : 1");
    String field = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nwords\r\n--b--\r\n";
    assertThat(log(TYPE, field)).isEqualTo("words");
    assertThat(log("text/plain", FORM)).isEqualTo(FORM);
    assertThat(log(null, FORM)).isEqualTo(FORM);
    assertThatThrownBy(() -> log(TYPE, "")).isInstanceOf(ProblemException.class);
  }

  @Test
  void aDamagedFormIsALogOrAProblem() {
    long start = new Random().nextLong();
    for (long seed = start; seed < start + 5_000; seed++) {
      Random random = new Random(seed);
      StringBuilder form = new StringBuilder(FORM);
      for (int i = random.nextInt(6); i >= 0 && form.length() > 1; i--) {
        int at = random.nextInt(form.length());
        switch (random.nextInt(3)) {
          case 0 -> form.deleteCharAt(at);
          case 1 -> form.insert(at, (char) random.nextInt(256));
          default -> form.setLength(Math.max(1, at));
        }
      }
      try {
        assertThat(log(TYPE, form.toString())).as("seed %d", seed).isNotNull();
      } catch (ProblemException refused) {
        assertThat(refused).isNotNull();
      } catch (RuntimeException other) {
        throw new AssertionError("seed " + seed + ": " + form, other);
      }
    }
  }

  private static String log(String type, String body) {
    return new String(LogUpload.log(type, body.getBytes(ISO_8859_1)), ISO_8859_1);
  }
}
