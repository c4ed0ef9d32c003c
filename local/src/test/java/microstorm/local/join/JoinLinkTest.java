package microstorm.local.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.ReaderException;
import java.nio.file.Path;
import java.util.List;
import microstorm.local.setup.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinLinkTest {
  private static final Path DATA = Path.of("/srv/my data");
  private static final String CODE = "ABCDEFGHJKMNPQRSTVWXYZ2345";

  private static JoinLink link(String address) {
    return JoinLink.of(new RunState(address, 8080, null, List.of()), DATA, CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", CODE, CODE + CODE})
  void aCameraReadsTheLinkFromTheScreen(String code) throws ReaderException {
    QrText qr = QrText.of("http://192.168.178.23:8080/j/" + code);

    assertThat(PrintedQrCode.read(qr.coloured(), true)).endsWith(":8080/j/" + code);
    assertThat(PrintedQrCode.read(qr.plain(), true)).endsWith(":8080/j/" + code);
    assertThatThrownBy(() -> PrintedQrCode.read(qr.plain(), false))
        .as("without colours on a dark background")
        .isInstanceOf(ReaderException.class);
  }

  @Test
  void theCodeHasAQuietZoneOfFourModulesAndItsOwnColours() {
    List<String> lines = QrText.of("http://localhost:8080/j/A").plain().lines().toList();
    assertThat(lines.get(0)).isBlank();
    assertThat(lines.get(1)).isBlank();
    assertThat(lines.get(lines.size() - 1)).isBlank();
    assertThat(lines).allMatch(line -> line.startsWith("    ") && line.endsWith("    "));
    assertThat(QrText.of("http://localhost:8080/j/A").coloured().lines())
        .allMatch(
            line -> line.startsWith("\u001b[38;5;16;48;5;231m") && line.endsWith("\u001b[0m"));
  }

  @Test
  void aLinkThatOnlyThisMachineCanOpenHasNoQrCodeButTheCommandForPhones() {
    assertThat(link("127.0.0.1").text(true))
        .contains("Join link: http://localhost:8080/j/" + CODE)
        .contains("/microstorm --address=0.0.0.0 '--data=/srv/my data'")
        .doesNotContain("\u2588");
  }

  @Test
  void theLinkForPhonesHasAnAddressOfTheNetwork() throws ReaderException {
    JoinLink link = link("0.0.0.0");
    assertThat(link.local().getHost()).isEqualTo("localhost");
    if (link.network().isPresent()) { // a machine without a network has no such address
      String url = link.network().get().toString();
      assertThat(url).doesNotContain("localhost", "127.0.0.1", "0.0.0.0").endsWith("/j/" + CODE);
      assertThat(PrintedQrCode.read(link.text(true), true)).isEqualTo(url);
    }
  }
}
