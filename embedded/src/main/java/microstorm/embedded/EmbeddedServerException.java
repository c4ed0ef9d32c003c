package microstorm.embedded;

/**
 * A server could not be started or used; the message is one sentence for the person at the
 * terminal.
 */
public class EmbeddedServerException extends RuntimeException {
  public EmbeddedServerException(String message) {
    super(message);
  }

  public EmbeddedServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
