package microstorm.idea.stream;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Passes the connection to the subscriber, which writes the same bytes as all others. A {@code
 * Multi} would serialise every change for every client and keep the whole request in memory.
 */
@Provider
@Produces(MediaType.SERVER_SENT_EVENTS)
public class SubscriberWriter implements ServerMessageBodyWriter<Subscriber> {

  private final Clock clock;

  SubscriberWriter(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
    return type == Subscriber.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == Subscriber.class;
  }

  @Override
  public void writeResponse(Subscriber subscriber, Type generic, ServerRequestContext context) {
    subscriber.open(clock.instant());
  }

  @Override
  public void writeTo(
      Subscriber subscriber,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body) {
    throw new UnsupportedOperationException("A live stream is not a body of limited length.");
  }
}
