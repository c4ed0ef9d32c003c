package microstorm.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients that the filter lets pass; the dead letters and the platform report use it. */
class LoopbackFilterTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.8.9.10, true",
    "::1, true",
    "0:0:0:0:0:0:0:1, true",
    "10.244.1.7, false",
    "192.168.0.1, false",
    "fd00::7, false",
    "::ffff:10.244.1.7, false"
  })
  void onlyLoopbackAddressesAreLocal(String peer, boolean served) {
    assertThat(LoopbackFilter.isLoopback(SocketAddress.inetSocketAddress(40_000, peer)))
        .isEqualTo(served);
  }

  @Test
  void connectionsOverAUnixSocketAreLocal() {
    assertThat(LoopbackFilter.isLoopback(SocketAddress.domainSocketAddress("/run/s"))).isTrue();
  }
}
