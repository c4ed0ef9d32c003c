package microstorm.http.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tags the answers of {@link Revalidated} methods. */
public class ContentTagFilter {

  private static final Annotation[] NONE = {};

  private final Revalidation revalidation;
  private final ObjectMapper json;

  ContentTagFilter(Revalidation revalidation, ObjectMapper json) {
    this.revalidation = revalidation;
    this.json = json;
  }

  /**
   * The content remains a stream, so that it is sent no faster than the client reads it. Filters
   * cannot answer by an exception.
   */
  @Revalidated
  @ServerResponseFilter
  public void tag(ContainerResponseContext answer) {
    if (answer.getStatus() != Response.Status.OK.getStatusCode() || !answer.hasEntity()) {
      return;
    }
    byte[] content = content(answer.getEntity());
    if (revalidation.isKnownAfterTagging(content)) {
      answer.setEntity(null);
      answer.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
    } else {
      MediaType type = answer.getMediaType();
      StreamingOutput stream = output -> output.write(content);
      answer.setEntity(stream, NONE, type == null ? MediaType.APPLICATION_JSON_TYPE : type);
    }
  }

  private byte[] content(Object entity) {
    try {
      if (entity instanceof StreamingOutput stream) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        stream.write(bytes);
        return bytes.toByteArray();
      }
      return json.writeValueAsBytes(entity);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The tag is set already. */
  @ServerExceptionMapper
  public Response notModified(NotModifiedException known) {
    return Response.notModified().build();
  }
}
