package microstorm.session.description;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import microstorm.http.answer.ChunkedContent;
import microstorm.http.answer.StaticDocument;
import microstorm.http.answer.StaticDocumentResponses;
import microstorm.http.share.Workload;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves Swagger UI, with which people read and try the API. It loads nothing from elsewhere. */
@Path("/api/docs")
@PermitAll
@Singleton
public class ApiDocsResource {

  private static final String PAGE = "index.html";

  private static final Map<String, String> TYPES =
      Map.of(
          PAGE,
          "text/html;charset=UTF-8",
          "start.js",
          "text/javascript;charset=UTF-8",
          "swagger-ui.css",
          "text/css;charset=UTF-8",
          "swagger-ui-bundle.js",
          "text/javascript;charset=UTF-8");

  private final StaticDocumentResponses responses;
  private final Map<String, StaticDocument> documents = new ConcurrentHashMap<>();

  ApiDocsResource(StaticDocumentResponses responses) {
    this.responses = responses;
  }

  @GET
  @Workload("documents")
  @Operation(hidden = true)
  public RestResponse<ChunkedContent> page() {
    return file(PAGE);
  }

  @GET
  @Path("{file}")
  @Workload("documents")
  @Operation(hidden = true)
  public RestResponse<ChunkedContent> file(String file) {
    if (!TYPES.containsKey(file)) {
      throw new NotFoundException();
    }
    return responses
        .of(documents.computeIfAbsent(file, ApiDocsResource::read))
        .header(ContentPolicy.HEADER, ContentPolicy.SWAGGER_UI)
        .build();
  }

  private static StaticDocument read(String file) {
    try (InputStream content = ApiDocsResource.class.getResourceAsStream("/api-docs/" + file)) {
      return StaticDocument.of(TYPES.get(file), content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
