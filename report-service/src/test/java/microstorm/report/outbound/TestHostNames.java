package microstorm.report.outbound;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names that tests choose; every other name that ends with {@code .test} leads to this machine. */
@Alternative
@Singleton
@Unremovable
public class TestHostNames implements HostNames {

  private static final Map<String, List<String>> ADDRESSES = new ConcurrentHashMap<>();

  /**
   * Lets a name lead to these addresses: the next one at each look-up, and then always the last.
   */
  public static void set(String host, String... addresses) {
    ADDRESSES.put(host, new ArrayList<>(List.of(addresses)));
  }

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    List<String> addresses = ADDRESSES.get(host);
    if (addresses != null) {
      synchronized (addresses) {
        String next = addresses.size() > 1 ? addresses.remove(0) : addresses.get(0);
        return List.of(InetAddress.getByName(next));
      }
    }
    if (host.matches("[0-9.]+|\\[.*]")) {
      return List.of(InetAddress.getByName(host));
    }
    if (!host.endsWith(".test")) {
      throw new UnknownHostException(host);
    }
    return List.of(InetAddress.getByName("127.0.0.1"));
  }
}
