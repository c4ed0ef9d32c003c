package microstorm.report.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored webhook.
 *
 * @param stopped why this service deactivated it: gone or failing; null if it did not
 */
public record Webhook(
    UUID id,
    UUID teamId,
    String name,
    String url,
    boolean active,
    @Nullable String stopped,
    String secret,
    @Nullable String earlierSecret,
    @Nullable Instant earlierSecretUntil,
    Instant createdAt,
    @Nullable Instant failingSince,
    List<WebhookEventType> events) {

  public static final String GONE = "gone";
  public static final String FAILING = "failing";

  /** With a new secret. The present one signs, too, until the given time. */
  Webhook withSecret(String next, Instant until) {
    return new Webhook(
        id,
        teamId,
        name,
        url,
        active,
        stopped,
        next,
        secret,
        until,
        createdAt,
        failingSince,
        events);
  }

  /** With the changes of a request. An address or a start that is new has not failed yet. */
  Webhook with(ChangeWebhook change) {
    String nextUrl = change.url() == null ? url : change.url();
    boolean nextActive = change.active() == null ? active : change.active();
    boolean begins = nextActive && !active;
    return new Webhook(
        id,
        teamId,
        change.name() == null ? name : change.name().strip(),
        nextUrl,
        nextActive,
        begins ? null : stopped,
        secret,
        earlierSecret,
        earlierSecretUntil,
        createdAt,
        begins || !nextUrl.equals(url) ? null : failingSince,
        change.events() == null ? events : inOrder(change.events()));
  }

  /** Each type once, in the order of their declaration. */
  static List<WebhookEventType> inOrder(List<WebhookEventType> events) {
    return events.stream().distinct().sorted().toList();
  }

  /** The secrets that sign at a time, the present one first. */
  List<String> secrets(Instant now) {
    return earlierSecret != null && earlierSecretUntil != null && now.isBefore(earlierSecretUntil)
        ? List.of(secret, earlierSecret)
        : List.of(secret);
  }

  /** Keeps the secrets, and those that an address may contain, out of logs. */
  @Override
  public String toString() {
    return "Webhook " + id;
  }
}
