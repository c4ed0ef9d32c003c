package microstorm.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import microstorm.client.LiveStream;

/**
 * Compares responses with the description of the API at {@code /api/openapi}: the status, the media
 * type, the problem type, and the body, which may have no other fields than the described ones.
 */
public final class DescribedResponses {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADDRESS = "https://microstorm.test/openapi";

  private static final String STREAM_EVENT = "/components/schemas/StreamEvent";

  /** The gateway may answer with these in place of a service. */
  private static final Set<Integer> OF_THE_GATEWAY = Set.of(502, 504);

  private final JsonNode description;
  private final PathTemplates templates;
  private final JsonSchemaFactory schemas;

  DescribedResponses(JsonNode description) {
    this.description = description;
    this.templates = new PathTemplates(description);
    forbidOtherFields(description);
    this.schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory ->
                factory.schemaLoaders(
                    loaders -> loaders.schemas(Map.of(ADDRESS, description.toString()))));
  }

  /** Reads the description from a running system. */
  public static DescribedResponses of(URI system) {
    HttpRequest request = HttpRequest.newBuilder(system.resolve("/api/openapi")).build();
    try {
      String text = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      return new DescribedResponses(JSON.readTree(text));
    } catch (IOException e) {
      throw new AssertionError("The description cannot be read.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while reading the description.", e);
    }
  }

  /**
   * Fails if the description does not contain this response. A path that the API does not have must
   * be refused.
   */
  public void check(HttpResponse<String> response) {
    HttpRequest request = response.request();
    int status = response.statusCode();
    String call = request.method() + " " + request.uri().getPath() + " " + status;
    if (OF_THE_GATEWAY.contains(status)) {
      return;
    }
    templates
        .pointer(request.method(), request.uri().getPath())
        .ifPresentOrElse(
            operation -> checkDescribed(call, operation + "/responses/" + status, response),
            () -> assertThat(status).as(call).isGreaterThanOrEqualTo(400));
  }

  /** Fails if the description of the live stream does not contain this event. */
  public void check(LiveStream.Event event) {
    ObjectNode described = JSON.createObjectNode().put("event", event.type());
    described.set("data", event.data());
    if (event.id() > 0) {
      described.put("id", String.valueOf(event.id()));
    }
    checkSchema("event " + event.type(), STREAM_EVENT, described);
  }

  private void checkDescribed(String call, String pointer, HttpResponse<String> response) {
    JsonNode described = description.at(pointer);
    assertThat(described.isMissingNode()).as(call + " is not described").isFalse();
    if (described.has("$ref")) {
      checkDescribed(call, described.path("$ref").asText().substring(1), response);
      return;
    }
    if (response.body().isEmpty()) {
      assertThat(described.has("content")).as(call + " has no body").isFalse();
      return;
    }
    String type =
        response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip();
    JsonNode content = described.path("content").path(type);
    assertThat(content.isMissingNode()).as(call + " has the type '" + type + "'").isFalse();
    if (type.endsWith("json")) {
      String place = pointer + "/content/" + type.replace("/", "~1") + "/schema";
      checkBody(call, place, content, read(response.body()));
    }
  }

  private void checkBody(String call, String place, JsonNode content, JsonNode body) {
    checkSchema(call, place, body);
    String problem = body.path("type").asText();
    if (problem.startsWith("/api/problems#")) {
      assertThat(content.path("examples").fieldNames())
          .toIterable()
          .as(call + " has an undescribed problem")
          .contains(problem.substring(problem.indexOf('#') + 1));
    }
  }

  private void checkSchema(String call, String place, JsonNode body) {
    Set<ValidationMessage> faults =
        schemas
            .getSchema(SchemaLocation.of(ADDRESS + "#" + place), config())
            .validate(
                body, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    assertThat(faults).as(call + " " + body).isEmpty();
  }

  private static SchemaValidatorsConfig config() {
    return SchemaValidatorsConfig.builder().cacheRefs(true).build();
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError("The body is not JSON: " + body, e);
    }
  }

  private static void forbidOtherFields(JsonNode node) {
    if (node.path("properties").isObject() && !node.has("additionalProperties")) {
      ((ObjectNode) node).put("additionalProperties", false);
    }
    node.forEach(DescribedResponses::forbidOtherFields);
  }
}
