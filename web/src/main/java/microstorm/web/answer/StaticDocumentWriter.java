package microstorm.web.answer;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
 * Sends a {@link StaticDocument} in chunks, without a thread that waits for the client. It writes a
 * chunk only when the previous one is in the socket, so a client that does not read occupies the
 * memory of one chunk. It names JSON, because otherwise Jackson's writer precedes it.
 */
@Provider
@Produces({MediaType.APPLICATION_JSON, "application/yaml", MediaType.TEXT_HTML, MediaType.WILDCARD})
public class StaticDocumentWriter implements ServerMessageBodyWriter<StaticDocument> {

  /** Fills the write queue, so that a client that does not read is noticed. */
  private static final int CHUNK_BYTES = 64 * 1024;

  private static final String GZIP = "gzip";

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
    return type == StaticDocument.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == StaticDocument.class;
  }

  @Override
  public void writeResponse(StaticDocument document, Type generic, ServerRequestContext context) {
    ServerHttpResponse response = context.serverResponse();
    boolean compressed =
        document.isCompressible()
            && AcceptedEncodings.of(
                    context.getRequestHeaders().getRequestHeader(HttpHeaders.ACCEPT_ENCODING))
                .contain(GZIP);
    if (compressed) {
      response.setResponseHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
    }
    response.setResponseHeader(
        HttpHeaders.CONTENT_LENGTH, String.valueOf(document.length(compressed)));
    send(document, compressed, 0, response);
  }

  private static void send(
      StaticDocument document, boolean compressed, int from, ServerHttpResponse response) {
    int length = document.length(compressed);
    if (from == length) {
      response.end();
      return;
    }
    int to = Math.min(length, from + CHUNK_BYTES);
    response
        .write(document.bytes(compressed, from, to))
        .whenComplete(
            (written, gone) -> {
              if (gone == null) {
                send(document, compressed, to, response);
              }
            });
  }

  @Override
  public void writeTo(
      StaticDocument document,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body) {
    throw new UnsupportedOperationException("A static document is sent in chunks.");
  }
}
