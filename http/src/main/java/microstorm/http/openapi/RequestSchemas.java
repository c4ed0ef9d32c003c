package microstorm.http.openapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Finds the schemas that the bodies of requests consist of. */
final class RequestSchemas {

  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Schema> all;
  private final Set<String> names = new HashSet<>();

  private RequestSchemas(Map<String, Schema> all) {
    this.all = all;
  }

  /** The names of these schemas. */
  static Set<String> of(OpenAPI api) {
    RequestSchemas requests = new RequestSchemas(api.getComponents().getSchemas());
    operations(api)
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(operation -> mediaTypes(operation.getRequestBody().getContent()))
        .forEach(body -> requests.collect(body.getSchema()));
    return requests.names;
  }

  static Stream<Operation> operations(OpenAPI api) {
    return api.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream());
  }

  private static Stream<MediaType> mediaTypes(Content content) {
    return content == null
        ? Stream.empty()
        : content.getMediaTypes().values().stream().filter(media -> media.getSchema() != null);
  }

  private void collect(Schema schema) {
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(REFERENCE.length());
      if (names.add(name)) {
        collect(all.get(name));
      }
    }
    if (schema.getItems() != null) {
      collect(schema.getItems());
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::collect);
    }
  }
}
