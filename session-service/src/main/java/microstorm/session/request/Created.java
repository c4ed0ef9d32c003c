package microstorm.session.request;

import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The result of a request that adds something.
 *
 * @param fresh false when an earlier attempt of the same request had added it
 */
public record Created<T>(T value, boolean fresh) {

  /** The request added it. */
  public static <T> Created<T> now(T value) {
    return new Created<>(value, true);
  }

  /** An earlier attempt added it, and its answer was lost. */
  public static <T> Created<T> before(T value) {
    return new Created<>(value, false);
  }

  /** The same result in another form. */
  public <R> Created<R> map(Function<T, R> form) {
    return new Created<>(form.apply(value), fresh);
  }

  /** 201, or 200 if it existed. */
  public RestResponse<T> answer() {
    return RestResponse.status(fresh ? Status.CREATED : Status.OK, value);
  }
}
