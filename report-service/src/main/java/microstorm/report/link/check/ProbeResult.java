package microstorm.report.link.check;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import microstorm.report.link.LinkState;
import microstorm.report.outbound.OutboundFailure;
import org.jspecify.annotations.Nullable;

/**
 * What was found at an address.
 *
 * @param status of the last response; null if there was none
 * @param failure the kind of failure; null if there was a response
 * @param reason the rest of a sentence about the address; null if the status says everything
 * @param movedTo the address to which it has permanently moved; null if it has not
 */
record ProbeResult(
    LinkState state,
    @Nullable Integer status,
    @Nullable String failure,
    @Nullable String reason,
    @Nullable String movedTo) {

  private static final Set<OutboundFailure.Kind> REFUSED =
      EnumSet.of(OutboundFailure.Kind.ADDRESS_REFUSED, OutboundFailure.Kind.PORT_REFUSED);

  static ProbeResult response(LinkState state, int status, @Nullable String movedTo) {
    return new ProbeResult(state, status, null, null, movedTo);
  }

  /** The responses lead nowhere. */
  static ProbeResult redirected(int status, String reason) {
    return new ProbeResult(LinkState.BROKEN, status, null, reason, null);
  }

  static ProbeResult unreachable(String failure, String reason) {
    return new ProbeResult(LinkState.UNREACHABLE, null, failure, reason, null);
  }

  /**
   * There was no response.
   *
   * @param redirected whether the failure is that of an address to which the first one redirects
   */
  static ProbeResult failed(OutboundFailure failure, boolean redirected) {
    return new ProbeResult(
        REFUSED.contains(failure.kind()) ? LinkState.REFUSED : LinkState.UNREACHABLE,
        null,
        failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        (redirected ? "redirects to an address, which " : "") + failure.getMessage(),
        null);
  }
}
