package microstorm.session.description;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Serves Swagger UI, with which people read and try the API. It loads nothing from elsewhere. */
@Path("/api/docs")
@PermitAll
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

  @GET
  @Operation(hidden = true)
  public RestResponse<byte[]> page() {
    return file(PAGE);
  }

  @GET
  @Path("{file}")
  @Operation(hidden = true)
  public RestResponse<byte[]> file(String file) {
    if (!TYPES.containsKey(file)) {
      throw new NotFoundException();
    }
    try (InputStream content = ApiDocsResource.class.getResourceAsStream("/api-docs/" + file)) {
      return ResponseBuilder.ok(content.readAllBytes())
          .header("Content-Type", TYPES.get(file))
          .header(ContentPolicy.HEADER, ContentPolicy.SWAGGER_UI)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
