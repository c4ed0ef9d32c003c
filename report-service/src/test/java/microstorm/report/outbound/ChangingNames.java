package microstorm.report.outbound;

import io.quarkus.test.junit.QuarkusMock;
import java.net.InetAddress;
import java.util.List;

/** Gives hosts the addresses of a test. */
public final class ChangingNames extends SystemHostNames {

  private static volatile String present = "127.0.0.1";

  private ChangingNames() {}

  /** Names that end with {@code .test} lead to this address from now on. */
  public static void leadTo(String address) {
    present = address;
    QuarkusMock.installMockForType(new ChangingNames(), SystemHostNames.class);
  }

  @Override
  public List<InetAddress> resolve(String host) throws java.net.UnknownHostException {
    return host.endsWith(".test") ? List.of(InetAddress.getByName(present)) : super.resolve(host);
  }
}
