package microstorm.web;

/** The key by which a client marks a request as the same once more. */
public final class IdempotencyKey {

  /** The header that carries it. */
  public static final String HEADER = "Idempotency-Key";

  /** 1 to 200 printable ASCII characters. */
  public static final String PATTERN = "[ -~]{1,200}";

  /** What a client is told whose key is something else. */
  public static final String MESSAGE = "must be 1 to 200 printable ASCII characters";

  private IdempotencyKey() {}
}
