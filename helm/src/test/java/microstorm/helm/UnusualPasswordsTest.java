package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import microstorm.helm.fixture.Chart;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that creates the topics writes a login into a properties file, for Kafka's tools. */
class UnusualPasswordsTest {

  @TempDir Path directory;

  private static final Path TOPICS = Chart.PATH.resolve("files/create-topics.sh");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p${x:}q",
        "a$$b",
        "a\\${b}",
        "back\\slash\\",
        "qu\"o't\"e`s",
        " blanks ",
        "#!=:;,&~?%*",
        "\u00FCml\u00E4ut",
        "emoji \uD83D\uDE80"
      })
  void aPasswordIsReadBackUnchanged(String password) throws IOException, InterruptedException {
    Properties client = clientProperties(password);
    assertThat(client).containsEntry("ssl.truststore.location", "/ca/ca.crt");
    assertThat(jaas(client.getProperty("sasl.jaas.config")))
        .as("the login of the Job that creates the topics")
        .containsSubsequence("username", "name " + password, "password", password);
  }

  /** What the script's function of this name writes. */
  private Properties clientProperties(String password) throws IOException, InterruptedException {
    // not an environment variable: without a UTF-8 locale a JVM writes question marks
    Path file = Files.writeString(directory.resolve("password"), password);
    String settings =
        """
        eval "$(sed -n '/^[a-z_]*() {/,/^}/p' %s)"
        SECURITY_PROTOCOL=SASL_SSL SASL_MECHANISM=SCRAM-SHA-512 CA_FILE=/ca/ca.crt
        LOGIN_PASSWORD=$(<%s)
        LOGIN_NAME="name $LOGIN_PASSWORD"
        client_properties
        """
            .formatted(TOPICS, file);
    Process process =
        new ProcessBuilder("bash", "-euc", settings)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] written = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    Properties properties = new Properties();
    properties.load(new ByteArrayInputStream(written));
    return properties;
  }

  /** The tokens of a line, split as Kafka does. */
  private static List<String> jaas(String line) throws IOException {
    StreamTokenizer tokens = new StreamTokenizer(new StringReader(line));
    tokens.quoteChar('"');
    tokens.wordChars('-', '-');
    tokens.wordChars('$', '$');
    List<String> parts = new ArrayList<>();
    while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
      if (tokens.sval != null) {
        parts.add(tokens.sval);
      }
    }
    return parts;
  }
}
