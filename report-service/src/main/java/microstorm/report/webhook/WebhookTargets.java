package microstorm.report.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import microstorm.http.problem.ProblemException;
import microstorm.report.outbound.OutboundClient;
import microstorm.report.outbound.OutboundFailure;
import microstorm.report.outbound.OutboundFailure.Kind;
import microstorm.report.outbound.OutboundTarget;

/** Checks the addresses of webhooks, before they are stored and before each delivery. */
@ApplicationScoped
public class WebhookTargets {

  private static final int LOOK_UP_SECONDS = 5;
  private static final int RETRY_SECONDS = 10;

  /** One sentence for all, so that the answers do not show which private names exist. */
  private static final String NOT_PUBLIC =
      "must have a host whose name is known and whose addresses are all on the public internet";

  private final OutboundClient client;
  private final WebhookConfig config;

  WebhookTargets(OutboundClient client, WebhookConfig config) {
    this.client = client;
    this.config = config;
  }

  /**
   * Requires that this service would send events to an address.
   *
   * @throws ProblemException 400, or 503 if too many hosts of the team are being looked up
   */
  void require(UUID teamId, String url) {
    try {
      client
          .check(teamId, parse(url))
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(LOOK_UP_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (OutboundFailure e) {
      throw ProblemException.invalid("url", e.getMessage());
    } catch (CompletionException e) {
      throw isBusy(e.getCause())
          ? ProblemException.busy(
              "Hosts of your team are being looked up, and their name servers do not answer. Try"
                  + " again in %d seconds.".formatted(RETRY_SECONDS),
              RETRY_SECONDS)
          : ProblemException.invalid("url", reason(e.getCause()));
    }
  }

  private static boolean isBusy(Throwable cause) {
    return cause instanceof OutboundFailure failure && failure.kind() == Kind.BUSY;
  }

  private static String reason(Throwable cause) {
    return cause instanceof OutboundFailure failure && failure.kind() == Kind.PORT_REFUSED
        ? failure.getMessage()
        : NOT_PUBLIC;
  }

  /**
   * Reads an address, without looking up its host.
   *
   * @throws OutboundFailure if this service sends no events to such addresses
   */
  public OutboundTarget parse(String url) throws OutboundFailure {
    OutboundTarget target = OutboundTarget.parse(url);
    if (!target.isHttps() && !config.allowHttp()) {
      throw OutboundFailure.refused("must begin with https://");
    }
    return target;
  }
}
