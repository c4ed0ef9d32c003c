package microstorm.report.webhook;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;

/** A new team with its webhooks. */
public final class WebhookTeam {

  public static final List<String> ALL =
      List.of(
          "microstorm.session.closed",
          "microstorm.session.reminder",
          "microstorm.report.completed",
          "microstorm.action.created",
          "microstorm.action.done");

  public final UUID id = UUID.randomUUID();

  public RequestSpecification owner() {
    return given().auth().oauth2(TestIssuer.ownerOf(id)).contentType("application/json");
  }

  public RequestSpecification member() {
    return given()
        .auth()
        .oauth2(
            TestIssuer.token(id, claims -> claims.setStringListClaim("groups", List.of("member"))))
        .contentType("application/json");
  }

  public Response add(String url, List<String> events) {
    return owner()
        .body(Map.of("name", "A receiver", "url", url, "events", events))
        .post("/api/webhooks");
  }

  /** Adds a webhook for all events; its id. */
  public Added added(String url) {
    JsonNode answer = tree(add(url, ALL).then().statusCode(201).extract().asString());
    return new Added(
        UUID.fromString(answer.path("webhook").path("id").asText()),
        answer.path("secret").asText());
  }

  /** A webhook with its secret. */
  public record Added(UUID id, String secret) {}

  public JsonNode webhook(UUID webhook) {
    return tree(
        owner().get("/api/webhooks/" + webhook).then().statusCode(200).extract().asString());
  }

  public Response change(UUID webhook, Map<String, ?> change) {
    return owner().body(change).patch("/api/webhooks/" + webhook);
  }

  /** The deliveries of a webhook, newest first. */
  public List<JsonNode> deliveries(UUID webhook) {
    JsonNode page =
        tree(
            owner()
                .get("/api/webhooks/" + webhook + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    return StreamSupport.stream(page.path("items").spliterator(), false).toList();
  }

  public JsonNode delivery(UUID webhook, String delivery) {
    return tree(
        owner()
            .get("/api/webhooks/" + webhook + "/deliveries/" + delivery)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  /** Sends a test event; the id of its delivery. */
  public String test(UUID webhook) {
    return owner()
        .post("/api/webhooks/" + webhook + "/test")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  public Response replay(UUID webhook, String delivery) {
    return owner().post("/api/webhooks/" + webhook + "/deliveries/" + delivery + "/replay");
  }

  /** Waits until a delivery has as many attempts that have ended. */
  public JsonNode awaitAttempts(UUID webhook, String delivery, int attempts) {
    await(attempts + " attempts")
        .until(() -> delivery(webhook, delivery).path("attempts").size() >= attempts);
    return delivery(webhook, delivery);
  }

  private static JsonNode tree(String json) {
    return Contracts.tree(json);
  }
}
