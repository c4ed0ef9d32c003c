package microstorm.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which proxies write addresses. */
class ClientNetworkTest {

  /** Otherwise each connection of a client would count as another client. */
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "192.0.2.1:40312, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "[::ffff:192.0.2.1]:40312, 192.0.2.1",
    "2001:db8:1:2::7, 20010db800010002",
    "2001:DB8:1:2:0:0:0:8, 20010db800010002",
    "[2001:db8:1:2::7], 20010db800010002",
    "[2001:db8:1:2::7]:40312, 20010db800010002",
    "2001:db8:1:3::7, 20010db800010003",
    "fe80::1%eth0, fe80000000000000",
  })
  void anAddressCountsWithoutItsPort(String text, String network) {
    assertThat(ClientNetwork.of(text)).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "_hidden",
        "a.example",
        "a.example:80",
        "192.0.2",
        "[::1",
        ":",
        "]"
      })
  void anythingElseIsNoAddress(String text) {
    assertThat(ClientNetwork.of(text)).isNull();
  }
}
