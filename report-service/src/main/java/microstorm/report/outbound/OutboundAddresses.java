package microstorm.report.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Decides which addresses this service connects to: those of the public internet, on the ports of
 * HTTP, and the networks that the operator permits.
 */
@ApplicationScoped
class OutboundAddresses {

  private final List<IpNetwork> allowed;
  private final HostNames names;

  OutboundAddresses(OutboundConfig config, HostNames names) {
    this.allowed = config.allowedNetworks().orElse(List.of());
    this.names = names;
  }

  /**
   * Finds all addresses of a host. One that is refused refuses the host, since its owner decides
   * which of them is used first.
   *
   * @throws OutboundFailure if the name is unknown, or an address is refused
   */
  List<InetAddress> find(OutboundTarget target) throws OutboundFailure {
    List<InetAddress> found;
    try {
      found = names.resolve(target.host());
    } catch (UnknownHostException e) {
      throw new OutboundFailure(OutboundFailure.Kind.NAME_UNKNOWN);
    }
    for (InetAddress address : found) {
      check(address, target.port());
    }
    return found;
  }

  private void check(InetAddress address, int port) throws OutboundFailure {
    if (allowed.stream().anyMatch(network -> network.contains(address))) {
      return;
    }
    if (!PublicInternet.contains(address)) {
      throw new OutboundFailure(OutboundFailure.Kind.ADDRESS_REFUSED);
    }
    if (port != OutboundTarget.HTTPS_PORT && port != OutboundTarget.HTTP_PORT) {
      throw new OutboundFailure(OutboundFailure.Kind.PORT_REFUSED);
    }
  }
}
