package microstorm.local.setup;

import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The ready replicas of each service, used in turn. */
public final class Upstreams {
  private final Map<Microservice, List<SocketAddress>> ready =
      Collections.synchronizedMap(new EnumMap<>(Microservice.class));
  private final AtomicInteger turn = new AtomicInteger();

  public void set(Microservice service, List<SocketAddress> addresses) {
    ready.put(service, List.copyOf(addresses));
  }

  /** All ready replicas, beginning with the next in turn. */
  public List<SocketAddress> inTurn(Microservice service) {
    List<SocketAddress> addresses = new ArrayList<>(ready.getOrDefault(service, List.of()));
    if (!addresses.isEmpty()) {
      Collections.rotate(addresses, Math.floorMod(turn.getAndIncrement(), addresses.size()));
    }
    return addresses;
  }
}
