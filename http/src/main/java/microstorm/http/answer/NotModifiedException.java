package microstorm.http.answer;

/** The client has the present version already. The answer is 304, without content. */
public final class NotModifiedException extends RuntimeException {

  NotModifiedException() {
    super("The client has the present version.", null, false, false);
  }
}
