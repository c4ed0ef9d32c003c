package microstorm.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microstorm.local.LocalSystem;
import microstorm.local.SharedSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls every operation as every caller: on their own, on foreign and on absent resources. */
class AccessMatrixIT {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Map<String, String> SECURITY_HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src ");

  /** The answers that a client may keep have a tag by which it asks whether they have changed. */
  private static final String KEEP = "private, no-cache";

  /** The same for everybody. */
  private static final String PUBLIC_PAGE = "/api/problems";

  private static LocalSystem system;
  private static Scene scene;

  @BeforeAll
  static void set() {
    system = SharedSystem.get();
    scene = new Scene(SharedSystem.api(), system.data().resolve("keys"));
  }

  static Stream<Operations.Row> rows() {
    return Operations.table().stream();
  }

  /** Every new operation must be added to the table. */
  @Test
  void theTableHasEveryDescribedOperation() {
    assertThat(rows().map(Operations.Row::operation))
        .containsExactlyInAnyOrderElementsOf(Operations.described());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void returnsTheStatusOfTheTable(Operations.Row row) {
    assertSoftly(
        softly -> {
          for (Caller caller : Caller.values()) {
            int own = row.answerFor(caller);
            softly
                .assertThat(status(row, caller, scene.session()))
                .as("%s by %s", row.operation(), caller)
                .isEqualTo(own);
            if (row.hasTarget()) {
              boolean forbiddenAnywhere = own == 403 && row.isForRoles();
              int other = forbiddenAnywhere || own == 401 && !caller.isValid() ? own : 404;
              softly
                  .assertThat(status(row, caller, UUID.randomUUID().toString()))
                  .as("%s by %s, absent", row.operation(), caller)
                  .isEqualTo(other);
              if (caller != Caller.OTHER_OWNER) {
                softly
                    .assertThat(status(row, caller, scene.foreign()))
                    .as("%s by %s, foreign", row.operation(), caller)
                    .isEqualTo(other);
              }
            }
          }
        });
  }

  /** Reads only the head of the response, since a stream does not end. */
  private static int status(Operations.Row row, Caller caller, String session) {
    String path = row.path().replace("{id}", session).replace("{sessionId}", session);
    BodyPublisher body =
        row.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(fill(row.body()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(system.baseUrl() + fill(path)))
            .timeout(Duration.ofSeconds(20))
            .method(row.method(), body);
    if (row.body() != null) {
      request.header("Content-Type", type(row));
    }
    if (!scene.token(caller).isEmpty()) {
      request.header("Authorization", "Bearer " + scene.token(caller));
    }
    try {
      HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
      response.body().close();
      requireSecurityHeaders(row, response);
      return response.statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(row.operation() + " by " + caller, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Those of every answer below /api, granted or refused. */
  private static void requireSecurityHeaders(Operations.Row row, HttpResponse<?> response) {
    SECURITY_HEADERS.forEach(
        (name, value) ->
            assertThat(response.headers().firstValue(name))
                .as("%s of %s, which answers %s", name, row.operation(), response.statusCode())
                .hasValueSatisfying(actual -> assertThat(actual).startsWith(value)));
    boolean isTagged = response.headers().firstValue("ETag").isPresent();
    String cached = row.path().equals(PUBLIC_PAGE) ? "public, max-age=3600" : KEEP;
    assertThat(response.headers().firstValue("Cache-Control"))
        .as("Cache-Control of %s, which answers %s", row.operation(), response.statusCode())
        .hasValue(isTagged ? cached : "no-store");
  }

  private static String type(Operations.Row row) {
    return List.of("/api/logs", "/api/logs/checks").contains(row.path())
        ? "text/markdown"
        : "application/json";
  }

  private static String fill(String text) {
    Matcher names = NAME.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (names.find()) {
      names.appendReplacement(filled, Matcher.quoteReplacement(scene.fill(names.group(1))));
    }
    return names.appendTail(filled).toString();
  }
}
