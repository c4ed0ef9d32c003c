package microstorm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An answer of the API. */
public final class Answer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpRequest request;
  private final HttpResponse<String> response;
  private final boolean repeated;

  /**
   * The last answer to a request.
   *
   * @param repeated whether it was made more than once
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

  /** The body as it came. */
  public String text() {
    return response.body().strip();
  }

  /** The body, missing when there is none. */
  public JsonNode json() {
    try {
      return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new CallFailed(request.uri() + " did not answer with JSON.", e);
    }
  }

  /**
   * The body of an answer that is as it must be. For 201 a repeated request may have 200, when the
   * first one had made the thing already.
   *
   * @throws CallFailed if it has another status
   */
  public JsonNode expect(int status) {
    boolean wasThere = repeated && status == 201 && status() == 200;
    if (status() != status && !wasThere) {
      throw new CallFailed(
          "%s %s was answered with %d instead of %d: %s"
              .formatted(request.method(), request.uri(), status(), status, text()));
    }
    return json();
  }

  /** The name of the rule that a refusal names, such as {@code diverging}; empty if it is none. */
  public String rule() {
    String type = json().path("type").asText();
    return type.substring(type.lastIndexOf(':') + 1);
  }

  /** A header that must be there. */
  public String header(String name) {
    return response
        .headers()
        .firstValue(name)
        .orElseThrow(() -> new CallFailed(request.uri() + " named no " + name + "."));
  }
}
