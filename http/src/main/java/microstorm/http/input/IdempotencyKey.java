package microstorm.http.input;

/** The key by which a client marks a request as a repetition. */
public final class IdempotencyKey {

  /** The header of the key. */
  public static final String HEADER = "Idempotency-Key";

  /** 1 to 200 printable ASCII characters. */
  public static final String PATTERN = "[ -~]{1,200}";

  /** The validation message for any other key. */
  public static final String MESSAGE = "must be 1 to 200 printable ASCII characters";

  private IdempotencyKey() {}
}
