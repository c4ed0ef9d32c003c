package microstorm.idea.snapshot;

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
 * Sends a board in chunks, without a thread that waits for the client. It writes a chunk only when
 * the previous one is in the socket, because bytes for a client that does not read stay in memory,
 * even when the connection is closed.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class ChunkedBodyWriter implements ServerMessageBodyWriter<ChunkedBody> {

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
    return type == ChunkedBody.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == ChunkedBody.class;
  }

  @Override
  public void writeResponse(ChunkedBody board, Type generic, ServerRequestContext context) {
    ServerHttpResponse response = context.serverResponse();
    response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(board.length()));
    send(board, response);
  }

  private static void send(ChunkedBody board, ServerHttpResponse response) {
    byte[] next = board.next();
    if (next.length > 0) {
      response
          .write(next)
          .whenComplete(
              (written, gone) -> {
                if (gone == null) {
                  send(board, response);
                } else {
                  board.forget();
                }
              });
    } else if (board.isSent()) {
      board.forget();
      response.end();
    }
  }

  @Override
  public void writeTo(
      ChunkedBody board,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body) {
    throw new UnsupportedOperationException("A board is sent in chunks.");
  }
}
