package microstorm.report.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import microstorm.report.outbound.OutboundFailure;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param status of the response; null if there was none
 * @param failure null if there was a response
 * @param retryAfter how long the receiver asks to wait; zero if it does not
 */
record AttemptResult(
    Instant startedAt,
    Duration duration,
    @Nullable Integer status,
    OutboundFailure.@Nullable Kind failure,
    Duration retryAfter) {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final int GONE = 410;
  private static final int HUNDRED = 100;
  private static final int SUCCESS = 2;

  boolean succeeded() {
    return status != null && status / HUNDRED == SUCCESS;
  }

  /** Whether the receiver says that it will never accept an event again. */
  boolean gone() {
    return status != null && status == GONE;
  }

  /** The failure as it is stored and shown. */
  @Nullable String failureLabel() {
    return failure == null ? null : failure.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One of a few words for the metrics, such as 2xx or timeout. */
  String outcome() {
    return status == null ? String.valueOf(failureLabel()) : status / HUNDRED + "xx";
  }

  /**
   * The time that the header Retry-After asks for; zero if it is absent, a date, or anything else.
   */
  static Duration readRetryAfter(@Nullable String header) {
    return header != null && SECONDS.matcher(header).matches()
        ? Duration.ofSeconds(Long.parseLong(header))
        : Duration.ZERO;
  }
}
