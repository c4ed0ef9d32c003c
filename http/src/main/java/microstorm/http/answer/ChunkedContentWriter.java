package microstorm.http.answer;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Sends {@link ChunkedContent} without a thread that waits for the client. It writes a chunk only
 * when the previous one is in the socket, because bytes for a client that does not read stay in
 * memory, even when the connection is closed. It names JSON, because otherwise Jackson's writer
 * precedes it.
 */
@Provider
@Produces({MediaType.APPLICATION_JSON, "application/yaml", MediaType.TEXT_HTML, MediaType.WILDCARD})
public class ChunkedContentWriter implements ServerMessageBodyWriter<ChunkedContent> {

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
    return type == ChunkedContent.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == ChunkedContent.class;
  }

  @Override
  public void writeResponse(ChunkedContent content, Type generic, ServerRequestContext context) {
    ServerHttpResponse response = context.serverResponse();
    content.describe(response::setResponseHeader);
    send(content, response);
  }

  private static void send(ChunkedContent content, ServerHttpResponse response) {
    byte[] next = content.next();
    if (next.length > 0) {
      response
          .write(next)
          .whenComplete(
              (written, gone) -> {
                if (gone == null) {
                  send(content, response);
                } else {
                  content.forget();
                }
              });
    } else if (content.isSent()) {
      content.forget();
      response.end();
    }
  }

  @Override
  public void writeTo(
      ChunkedContent content,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body) {
    throw new UnsupportedOperationException("The content is sent in chunks.");
  }
}
