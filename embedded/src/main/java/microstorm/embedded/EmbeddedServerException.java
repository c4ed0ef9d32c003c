package microstorm.embedded;

/**
 * Thrown if a server cannot be started or used. The message is written for the person at the
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
