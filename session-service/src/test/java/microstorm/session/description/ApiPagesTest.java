package microstorm.session.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The description, the documentation and the problem types of the API, as a client gets them. */
@SessionServiceTest
class ApiPagesTest {

  private static final String POLICY = "Content-Security-Policy";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void theDescriptionOfAllServicesIsJsonByDefault() {
    given()
        .get("/api/openapi")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .body("info.title", equalTo("Microstorm"))
        .body(
            "paths",
            allOf(hasKey("/api/sessions"), hasKey("/api/boards/{sessionId}"), hasKey("/api/logs")));
  }

  @ParameterizedTest
  @CsvSource({
    "application/yaml, /api/openapi",
    "application/json, /api/openapi?format=yaml",
    "*/*, /api/openapi?format=YAML"
  })
  void theDescriptionIsYamlIfTheClientWantsIt(String accept, String path) throws Exception {
    String yaml =
        given()
            .accept(accept)
            .get(path)
            .then()
            .statusCode(200)
            .contentType(startsWith("application/yaml"))
            .extract()
            .asString();
    assertThat(new YAMLMapper().readTree(yaml).at("/info/title").asText()).isEqualTo("Microstorm");
  }

  @Test
  void anUnknownFormatIsRefused() {
    given()
        .get("/api/openapi?format=xml")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("format"));
  }

  @Test
  void theProblemTypesAreJsonForPrograms() {
    given()
        .get("/api/problems")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .body("items.id", hasItem("quiet-time-not-over"))
        .body("items.id", hasItem("vote-limit"))
        .body("items.id", hasItem("not-utf-8"))
        .body("items.id", hasItem("too-many-connections"))
        .body("items.find { it.id == 'quiet-time-not-over' }.status", equalTo(409));
  }

  @Test
  void theTypeOfAProblemPointsToItsSectionOfThePage() {
    String type = given().get("/api/sessions").path("type");
    String page =
        given()
            .accept("text/html,*/*;q=0.8")
            .get(type.substring(0, type.indexOf('#')))
            .then()
            .statusCode(200)
            .contentType(startsWith("text/html"))
            .header(
                POLICY, allOf(containsString("default-src 'none'"), not(containsString("script"))))
            .extract()
            .asString();
    assertThat(page).contains("<section id=\"" + type.substring(type.indexOf('#') + 1) + "\"");
  }

  @Test
  void theDocumentationRunsOnlyScriptsOfThisService() {
    String page =
        given()
            .get("/api/docs")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/html"))
            .header(POLICY, containsString("script-src 'self'"))
            .header(POLICY, not(containsString("unsafe")))
            .extract()
            .asString();
    Matcher source =
        Pattern.compile("<(?:script src|link rel=\"stylesheet\" href)=\"([^\"]+)\"").matcher(page);
    int files = 0;
    while (source.find()) {
      given()
          .get(source.group(1))
          .then()
          .statusCode(200)
          .header("X-Content-Type-Options", "nosniff");
      files++;
    }
    assertThat(files).isEqualTo(3);
    assertThat(page).doesNotContain("<script>").doesNotContain(" style=").doesNotContain("onload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/docs/other.js", "/api/docs/..%2Fapplication.properties", "/api/docs/a/b"})
  void nothingElseIsServed(String path) {
    given().urlEncodingEnabled(false).get(path).then().statusCode(not(200));
  }

  /** Does not decompress the body. */
  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  private static HttpResponse<byte[]> send(String method, String path, String... headers)
      throws Exception {
    URI address = URI.create("http://localhost:" + RestAssured.port + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return String.join(", ", response.headers().allValues(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/docs",
        "/api/docs/swagger-ui-bundle.js",
        "/api/docs/swagger-ui.css",
        "/api/openapi",
        "/api/openapi?format=yaml",
        "/api/problems"
      })
  void aDocumentIsCompressedForClientsThatAcceptIt(String path) throws Exception {
    HttpResponse<byte[]> plain = get(path);
    HttpResponse<byte[]> compressed = get(path, "Accept-Encoding", "br, gzip");
    assertThat(header(plain, "Content-Encoding")).isIn("", "identity");
    assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(compressed, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
    assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(compressed.body()).hasSizeLessThan(plain.body().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/docs",
        "/api/docs/start.js",
        "/api/openapi",
        "/api/openapi?format=yaml",
        "/api/problems"
      })
  void aCacheMayKeepADocumentAndAskAgain(String path) throws Exception {
    HttpResponse<byte[]> first = get(path);
    HttpResponse<byte[]> again = get(path, "If-None-Match", header(first, "ETag"));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    for (HttpResponse<byte[]> response : List.of(first, again)) {
      assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=3600");
      assertThat(header(response, "Vary")).isEqualTo("Accept, Accept-Encoding");
      assertThat(header(response, "ETag")).isEqualTo(header(first, "ETag")).startsWith("W/");
      assertThat(header(response, POLICY)).isEqualTo(header(first, POLICY));
    }
    assertThat(get(path, "If-None-Match", "W/\"other\"").body()).isEqualTo(first.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/docs",
        "/api/docs/swagger-ui-bundle.js",
        "/api/openapi",
        "/api/openapi?format=yaml",
        "/api/problems"
      })
  void theHeadOfADocumentSaysHowLongItIs(String path) throws Exception {
    for (String encoding : List.of("identity", "gzip")) {
      HttpResponse<byte[]> whole = get(path, "Accept-Encoding", encoding);
      HttpResponse<byte[]> head = send("HEAD", path, "Accept-Encoding", encoding);
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(header(head, "Content-Length")).isEqualTo("" + whole.body().length);
      for (String name : List.of("ETag", "Content-Type", "Content-Encoding", "Cache-Control")) {
        assertThat(header(head, name)).as(name).isEqualTo(header(whole, name));
      }
    }
  }

  @Test
  void theFormsOfADocumentHaveDifferentTags() throws Exception {
    assertThat(
            List.of(
                header(get("/api/problems"), "ETag"),
                header(get("/api/problems", "Accept", "text/html"), "ETag"),
                header(get("/api/openapi"), "ETag"),
                header(get("/api/openapi", "Accept", "application/yaml"), "ETag")))
        .doesNotHaveDuplicates();
  }

  @Test
  void aRefusalIsNotKept() throws Exception {
    assertThat(header(get("/api/openapi?format=xml"), "Cache-Control")).isEqualTo("no-store");
    assertThat(header(get("/api/docs/other.js"), "Cache-Control")).isEqualTo("no-store");
  }
}
