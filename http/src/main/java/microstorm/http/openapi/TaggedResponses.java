package microstorm.http.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.answer.Revalidated;
import microstorm.http.answer.Tagged;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/** Describes the tag of an answer, and the answer 304 to a client that has this version already. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 50)
public class TaggedResponses implements OASFilter {

  private static final String OK = "200";
  private static final String NOT_MODIFIED = "304";
  private static final String EXAMPLE = "W/\"q1ZKLU5RslIqS8wpTVWq\"";

  private final Set<String> operationIds;

  /** Created by Quarkus, with the index of the application. */
  public TaggedResponses(IndexView index) {
    this(
        Stream.of(Revalidated.class, Tagged.class)
            .flatMap(annotation -> index.getAnnotations(annotation).stream())
            .filter(tagged -> tagged.target().kind() == AnnotationTarget.Kind.METHOD)
            .flatMap(tagged -> OperationIds.of(tagged.target().asMethod()).stream())
            .collect(Collectors.toSet()));
  }

  TaggedResponses(Set<String> operationIds) {
    this.operationIds = operationIds;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    RequestSchemas.operations(api)
        .filter(operation -> operationIds.contains(String.valueOf(operation.getOperationId())))
        .forEach(
            operation -> {
              operation.addParameter(
                  createParameter()
                      .in(In.HEADER)
                      .name(HttpHeaders.IF_NONE_MATCH)
                      .description(
                          "The `ETag` of an earlier answer. If it is still valid, the answer is 304"
                              + " without a body.")
                      .schema(text()));
              operation
                  .getResponses()
                  .getAPIResponse(OK)
                  .addHeader(
                      HttpHeaders.ETAG,
                      createHeader()
                          .description("The version of this answer, for `If-None-Match`.")
                          .schema(text()));
              operation
                  .getResponses()
                  .addAPIResponse(
                      NOT_MODIFIED,
                      createAPIResponse().description("The client has the present version."));
            });
  }

  private static Schema text() {
    return createSchema().addType(SchemaType.STRING).addExample(EXAMPLE);
  }
}
