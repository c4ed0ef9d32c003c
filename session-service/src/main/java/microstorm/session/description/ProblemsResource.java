package microstorm.session.description;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Explains the problem types. */
@Path("/api/problems")
@PermitAll
@Tag(name = "Problems", description = "The kinds of problems that operations can answer with.")
public class ProblemsResource {

  private final ApiDescription description;

  ProblemsResource(ApiDescription description) {
    this.description = description;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listProblems",
      summary = "List the problem types",
      description =
          "Returns the problem types of all services with their meaning and remedy. A browser gets"
              + " a web page, in which the id of each type is an anchor; the type of a problem"
              + " points there. Anyone may call it.")
  @APIResponseSchema(
      value = ProblemList.class,
      responseCode = "200",
      responseDescription = "The problem types")
  public RestResponse<ProblemList> list() {
    return answer(new ProblemList(description.problems())).build();
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public RestResponse<String> page() {
    return answer(ProblemsPage.html(description.problems()))
        .header(ContentPolicy.HEADER, ContentPolicy.WITHOUT_SCRIPTS)
        .build();
  }

  private static <T> ResponseBuilder<T> answer(T body) {
    return ResponseBuilder.ok(body).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }
}
