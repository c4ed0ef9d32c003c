package microstorm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

  /** If the operating system chooses, two replicas get the same port in every sixtieth start. */
  @Test
  void noPortIsReturnedTwiceOrUsedForOutgoingConnections() {
    assertThat(IntStream.range(0, 1000).map(i -> Ports.free()))
        .doesNotHaveDuplicates()
        .allMatch(port -> port >= 1024 && port < 30_000);
  }

  @Test
  void aPortInUseIsReportedWithTheServerThatNeedsIt() throws IOException {
    int port = Ports.free();
    Ports.requireFree("Kafka", port);
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(() -> Ports.requireFree("Kafka", port))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessage("Port " + port + ", which Kafka needs, is in use or not allowed.");
    }
  }
}
