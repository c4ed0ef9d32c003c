package microstorm.session.description;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import microstorm.web.share.Workload;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Serves the description of the whole API, as JSON or YAML. */
@Path("/api/openapi")
@PermitAll
public class ApiDescriptionResource {

  private static final MediaType YAML = new MediaType("application", "yaml");

  private final ApiDescription description;

  ApiDescriptionResource(ApiDescription description) {
    this.description = description;
  }

  /**
   * The description.
   *
   * @param format json or yaml; takes precedence over the header Accept
   */
  @GET
  @Workload(value = "documents", untilSent = true)
  @Produces({MediaType.APPLICATION_JSON, "application/yaml"})
  @Operation(hidden = true)
  public RestResponse<String> get(
      @RestQuery @Pattern(regexp = "(?i)json|yaml", message = "must be json or yaml") String format,
      @Context Request request) {
    boolean yaml = format == null ? prefersYaml(request) : format.equalsIgnoreCase("yaml");
    return ResponseBuilder.ok(yaml ? description.yaml() : description.json())
        .type(yaml ? YAML : MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private static boolean prefersYaml(Request request) {
    Variant variant =
        request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, YAML).build());
    return variant != null && YAML.equals(variant.getMediaType());
  }
}
