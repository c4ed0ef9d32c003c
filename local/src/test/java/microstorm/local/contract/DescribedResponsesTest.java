package microstorm.local.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribedResponsesTest {

  private static final String DESCRIPTION =
      """
      {"openapi": "3.1.0",
       "components": {
         "responses": {"NotFound": {"description": "There is no such thing.", "content": {
           "application/problem+json": {
             "schema": {"$ref": "#/components/schemas/Problem"},
             "examples": {"not-found": {}}}}}},
         "schemas": {
           "Problem": {"type": "object", "properties": {"type": {"type": "string"}}},
           "Thing": {"type": "object", "required": ["id"], "properties": {
             "id": {"type": "string", "format": "uuid"}, "size": {"type": "integer"}}}}},
       "paths": {
         "/api/things/latest": {"get": {"responses": {"204": {"description": "None."}}}},
         "/api/things/{id}": {"get": {"responses": {
           "200": {"description": "The thing.", "content": {"application/json": {
             "schema": {"$ref": "#/components/schemas/Thing"}}}},
           "404": {"$ref": "#/components/responses/NotFound"}}}}}}
      """;

  private static final String ID = "0190a000-0000-7000-8000-000000000001";

  private final HttpServer server;
  private final DescribedResponses responses;

  DescribedResponsesTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    responses = new DescribedResponses(new ObjectMapper().readTree(DESCRIPTION));
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void check(String path, int status, String type, String body) throws Exception {
    server.createContext("/", exchange -> answer(exchange, status, type, body));
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + path);
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    responses.check(response);
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/things/1 | 200 | application/json; charset=utf-8 | {\"id\": \"" + ID + "\"}",
        "/api/things/1 | 200 | application/json | {\"id\": \"" + ID + "\", \"size\": 1}",
        "/api/things/1 | 404 | application/problem+json | {\"type\": \"/api/problems#not-found\"}",
        "/api/nothing | 404 | text/plain | none"
      })
  void aDescribedResponsePasses(String path, int status, String type, String body) {
    assertThatCode(() -> check(path, status, type, body)).doesNotThrowAnyException();
  }

  @Test
  void aResponseWithoutABodyPasses() {
    assertThatCode(() -> check("/api/things/latest", 204, "", "")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/things/1 | 201 | application/json | {\"id\": \"" + ID + "\"}",
        "/api/things/1 | 200 | text/plain | a thing",
        "/api/things/1 | 200 | application/json | {\"size\": 1}",
        "/api/things/1 | 200 | application/json | {\"id\": null}",
        "/api/things/1 | 200 | application/json | {\"id\": \"1\"}",
        "/api/things/1 | 200 | application/json | {\"id\": \"" + ID + "\", \"size\": \"1\"}",
        "/api/things/1 | 200 | application/json | {\"id\": \"" + ID + "\", \"colour\": \"red\"}",
        "/api/things/1 | 404 | application/problem+json | {\"type\": \"/api/problems#other\"}",
        "/api/nothing | 200 | application/json | {}"
      })
  void anyOtherResponseFails(String path, int status, String type, String body) {
    assertThatThrownBy(() -> check(path, status, type, body)).isInstanceOf(AssertionError.class);
  }
}
