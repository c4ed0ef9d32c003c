package microstorm.session.description;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import microstorm.http.answer.ChunkedContent;
import microstorm.http.answer.StaticDocumentResponses;
import microstorm.http.answer.Tagged;
import microstorm.http.share.Workload;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Explains the problem types. */
@Path("/api/problems")
@PermitAll
@Tag(name = "Problems", description = "The kinds of problems that operations can answer with.")
public class ProblemsResource {

  private final ApiDescription description;
  private final StaticDocumentResponses responses;

  ProblemsResource(ApiDescription description, StaticDocumentResponses responses) {
    this.description = description;
    this.responses = responses;
  }

  @GET
  @Tagged
  @Workload("documents")
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
  public RestResponse<ChunkedContent> list() {
    return responses.of(description.problemList()).build();
  }

  @GET
  @Workload("documents")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public RestResponse<ChunkedContent> page() {
    return responses
        .of(description.problemPage())
        .header(ContentPolicy.HEADER, ContentPolicy.WITHOUT_SCRIPTS)
        .build();
  }
}
