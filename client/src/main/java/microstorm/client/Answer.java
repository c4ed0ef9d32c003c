package microstorm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A response of the API. */
public final class Answer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpRequest request;
  private final HttpResponse<String> response;
  private final boolean repeated;

  /**
   * The last response to a request.
   *
   * @param repeated whether the request was sent more than once
   */
  Answer(HttpRequest request, HttpResponse<String> response, boolean repeated) {
    this.request = request;
    this.response = response;
    this.repeated = repeated;
  }

  /** The HTTP status. */
  public int status() {
    return response.statusCode();
  }

  /** The body as text. */
  public String text() {
    return response.body().strip();
  }

  /** The body as JSON; a missing node if there is none. */
  public JsonNode json() {
    try {
      return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new CallFailed("The response of " + request.uri() + " is not JSON.", e);
    }
  }

  /**
   * The body, if the response has this status. If 201 is expected, a repeated request may also get
   * 200, because the first attempt created the resource.
   *
   * @throws CallFailed if the response has another status
   */
  public JsonNode expect(int status) {
    boolean existed = repeated && status == 201 && status() == 200;
    if (status() != status && !existed) {
      throw new CallFailed(
          "%s %s returned %d instead of %d: %s"
              .formatted(request.method(), request.uri(), status(), status, text()));
    }
    return json();
  }

  /** The id of the problem, such as {@code diverging}; empty if the response is not a problem. */
  public String rule() {
    String type = json().path("type").asText();
    return type.substring(type.lastIndexOf('#') + 1);
  }

  /** A required header. */
  public String header(String name) {
    return response
        .headers()
        .firstValue(name)
        .orElseThrow(
            () ->
                new CallFailed(
                    "The response of " + request.uri() + " has no header " + name + "."));
  }
}
