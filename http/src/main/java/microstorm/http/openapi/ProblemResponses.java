package microstorm.http.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.Problem;
import microstorm.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/**
 * Adds to each operation a response for every status of its problems: those that it {@link Raises},
 * and those that follow from its shape. The response names the problem types and has an example of
 * each. The schema leaves {@code type} open, because clients must accept types that a later version
 * adds. The extension {@value #CATALOGUE} lists the types with their meaning and remedy.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 40)
public class ProblemResponses implements OASFilter {

  /** The extension with the problem types of the service. */
  public static final String CATALOGUE = "x-problems";

  private static final String FIRST_PROBLEM = "400";

  /** The descriptions that Quarkus gives to refusals; those of the problem types are better. */
  private static final Set<String> GENERATED = Set.of("Not Authorized", "Not Allowed");

  private final ProblemCatalogue catalogue;
  private final Map<String, List<String>> raised;

  /** Created by Quarkus, with the index of the application. */
  public ProblemResponses(IndexView index) {
    this(ProblemCatalogue.of(index), RaisedProblems.byOperationId(index));
  }

  ProblemResponses(ProblemCatalogue catalogue, Map<String, List<String>> raised) {
    this.catalogue = catalogue;
    this.raised = raised;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Set<ProblemType> used = new HashSet<>();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) ->
                            used.addAll(
                                describe(
                                    new OperationShape(path, method, operation),
                                    api.getComponents()))));
    List<ProblemType> listed =
        catalogue.all().stream()
            .filter(type -> used.contains(type) || !ProblemCatalogue.isShared(type))
            .toList();
    api.addExtension(CATALOGUE, listed.stream().map(ProblemResponses::entry).toList());
    for (ProblemType type : listed) {
      api.getComponents()
          .addExample(
              type.id(), createExample().summary(type.title()).value(ProblemExample.of(type)));
    }
  }

  /** Describes the problems of an operation, and returns them. */
  private List<ProblemType> describe(OperationShape shape, Components components) {
    Map<String, List<ProblemType>> problems = problems(shape);
    Map<String, APIResponse> responses = new TreeMap<>();
    shape
        .operation()
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.compareTo(FIRST_PROBLEM) < 0) {
                responses.put(status, response);
              } else if (problems.containsKey(status)
                  && !GENERATED.contains(String.valueOf(response.getDescription()))) {
                responses.put(status, response(response.getDescription(), problems.get(status)));
              }
            });
    problems.forEach(
        (status, types) ->
            responses.computeIfAbsent(status, absent -> response(status, types, components)));
    shape.operation().getResponses().setAPIResponses(responses);
    return problems.values().stream().flatMap(List::stream).toList();
  }

  /** The response of a status; one that many operations have is a component. */
  private static APIResponse response(
      String status, List<ProblemType> types, Components components) {
    APIResponse response = response(null, types);
    if (!types.stream().allMatch(CommonProblem.class::isInstance)) {
      return response;
    }
    String name =
        types.stream().map(ProblemType::id).collect(Collectors.joining("-", status + "-", ""));
    components.addResponse(name, response);
    return createAPIResponse().ref(name);
  }

  private Map<String, List<ProblemType>> problems(OperationShape shape) {
    List<ProblemType> common = CommonResponse.of(shape).toList();
    String operation = String.valueOf(shape.operation().getOperationId());
    List<ProblemType> own =
        raised.getOrDefault(operation, List.of()).stream().map(catalogue::get).toList();
    own.stream()
        .filter(common::contains)
        .forEach(
            redundant -> {
              throw new IllegalStateException(
                  "@Raises of %s names %s, which follows from the operation. Remove it."
                      .formatted(operation, redundant.id()));
            });
    return Stream.concat(common.stream(), own.stream())
        .collect(
            Collectors.groupingBy(
                type -> String.valueOf(type.status()), TreeMap::new, Collectors.toList()));
  }

  /** The response of a status, with the introduction that the operation gives, if any. */
  private static APIResponse response(String introduction, List<ProblemType> types) {
    List<String> text = new ArrayList<>();
    if (introduction != null) {
      text.add(introduction);
      text.add("");
    }
    types.forEach(type -> text.add("- `" + type.id() + "`: " + type.meaning()));
    MediaType media = createMediaType().schema(createSchema().ref("Problem"));
    types.forEach(type -> media.addExample(type.id(), createExample().ref(type.id())));
    return createAPIResponse()
        .description(String.join("\n", text))
        .content(createContent().addMediaType(Problem.MEDIA_TYPE, media));
  }

  private static Map<String, Object> entry(ProblemType type) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", type.id());
    entry.put("status", type.status());
    entry.put("title", type.title());
    entry.put("meaning", type.meaning());
    entry.put("remedy", type.remedy());
    return entry;
  }
}
