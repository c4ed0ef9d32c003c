package microstorm.session.description;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import microstorm.http.answer.ChunkedContent;
import microstorm.http.answer.StaticDocumentResponses;
import microstorm.http.share.Workload;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the description of the whole API, as JSON or YAML. */
@Path("/api/openapi")
@PermitAll
public class ApiDescriptionResource {

  private static final String JSON = "json";
  private static final String YAML = "yaml";
  private static final String FORMATS = "(?i)json|yaml";
  private static final String MESSAGE = "must be json or yaml";

  private final ApiDescription description;
  private final StaticDocumentResponses responses;

  ApiDescriptionResource(ApiDescription description, StaticDocumentResponses responses) {
    this.description = description;
    this.responses = responses;
  }

  /**
   * The description for a client that prefers JSON or has no preference.
   *
   * @param format json or yaml; takes precedence over the header Accept
   */
  @GET
  @Workload("documents")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public RestResponse<ChunkedContent> json(
      @RestQuery @Pattern(regexp = FORMATS, message = MESSAGE) String format) {
    return answer(YAML.equalsIgnoreCase(format));
  }

  /** The description for a client that prefers YAML. */
  @GET
  @Workload("documents")
  @Produces("application/yaml")
  @Operation(hidden = true)
  public RestResponse<ChunkedContent> yaml(
      @RestQuery @Pattern(regexp = FORMATS, message = MESSAGE) String format) {
    return answer(!JSON.equalsIgnoreCase(format));
  }

  private RestResponse<ChunkedContent> answer(boolean yaml) {
    return responses.of(yaml ? description.yaml() : description.json()).build();
  }
}
