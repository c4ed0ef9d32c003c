package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Compose's gateway counts the requests of one network together, as the services do: a client of
 * IPv6 has a whole /64. The test applies the map of the configuration to the bytes of addresses, as
 * nginx does.
 */
class GatewayClientsTest {

  private static final Path CONFIGURATION = Path.of("../compose/nginx.conf");
  private static final Pattern MAP =
      Pattern.compile("map \\$binary_remote_addr \\$client_network \\{(.*?)\\n  }", Pattern.DOTALL);
  private static final Pattern ENTRY =
      Pattern.compile("^ *\"~(?<pattern>[^\"]+)\" \\$(?<group>\\w+);$", Pattern.MULTILINE);
  private static final Pattern ZONE = Pattern.compile("limit_conn_zone (\\S+) zone=addresses:");

  private final String configuration = read();

  private static String read() {
    try {
      return Files.readString(CONFIGURATION);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theLimitCountsNetworks() {
    Matcher zone = ZONE.matcher(configuration);
    assertThat(zone.find()).isTrue();
    assertThat(zone.group(1)).isEqualTo("$client_network");
  }

  @Test
  void addressesOfOneNetworkCountTogether() throws IOException {
    assertThat(network("2001:db8:1:2::1")).isEqualTo(network("2001:db8:1:2:ffff:1:2:3"));
    assertThat(network("10.0.0.1")).isEqualTo(network("10.0.0.1"));
    assertThat(mapped(10, 0, 0, 1)).isEqualTo(network("10.0.0.1"));
  }

  /** Negative control: others keep a count of their own. */
  @Test
  void otherNetworksCountAlone() throws IOException {
    assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
    assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db9:1:2::1"));
    assertThat(network("10.0.0.1")).isNotEqualTo(network("10.0.0.2"));
    assertThat(mapped(10, 0, 0, 1)).isNotEqualTo(mapped(10, 0, 0, 2));
  }

  private String network(String address) throws IOException {
    return network(InetAddress.getByName(address).getAddress());
  }

  /** An IPv4 address as a listener for both versions has it: {@code ::ffff:a.b.c.d}. */
  private String mapped(int... address) {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    for (int i = 0; i < address.length; i++) {
      bytes[12 + i] = (byte) address[i];
    }
    return network(bytes);
  }

  /** The value of the first entry that matches; nginx takes the expressions in their order. */
  private String network(byte[] address) {
    String bytes = new String(address, StandardCharsets.ISO_8859_1);
    Matcher map = MAP.matcher(configuration);
    assertThat(map.find()).isTrue();
    List<MatchResult> entries = ENTRY.matcher(map.group(1)).results().toList();
    assertThat(entries).hasSize(2);
    for (MatchResult entry : entries) {
      Matcher found = Pattern.compile(entry.group(1)).matcher(bytes);
      if (found.find()) {
        return found.group(entry.group(2));
      }
    }
    assertThat(map.group(1)).contains("default $binary_remote_addr;");
    return bytes;
  }
}
