package microstorm.report.link;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.report.OtherServices;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;

/** A team that imports logs, and lists their links. */
public final class LinkedTeam {

  public final UUID team = UUID.randomUUID();

  private final Set<String> taken = new HashSet<>();

  public RequestSpecification owner() {
    return given().auth().oauth2(TestIssuer.ownerOf(team));
  }

  RequestSpecification member() {
    return given()
        .auth()
        .oauth2(
            TestIssuer.token(
                team, claims -> claims.setStringListClaim("groups", List.of("member"))));
  }

  /** Imports a log, plays the other services, and waits until its sessions are complete. */
  public JsonPath imported(String log) {
    JsonPath accepted =
        owner()
            .contentType("text/markdown; charset=UTF-8")
            .body(log)
            .post("/api/logs")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath();
    for (UUID session : accepted.getList("changes.sessionId", UUID.class)) {
      await().until(() -> !newEvents(session).isEmpty());
      for (TestEvents.Event event : newEvents(session)) {
        taken.add(event.id().toString());
        OtherServices.takeIn(event);
      }
    }
    await()
        .until(
            () ->
                owner()
                    .get("/api/logs/imports/{id}", accepted.getString("id"))
                    .jsonPath()
                    .getString("state")
                    .equals("complete"));
    return accepted;
  }

  private List<TestEvents.Event> newEvents(UUID session) {
    return TestEvents.read("log.events", session).stream()
        .filter(event -> !taken.contains(event.id().toString()))
        .toList();
  }

  /** A log with one session, of which each idea is a bullet. */
  public static String session(int number, String day, String... ideas) {
    StringBuilder log = new StringBuilder();
    log.append("### Session : ").append(number).append("\n\n**Date**: ").append(day);
    log.append("\n\n**Title**: Session ").append(number).append("\n\n#### Links:\n");
    for (String idea : ideas) {
      log.append("- ").append(idea).append('\n');
    }
    return log.append('\n').toString();
  }

  /** A page of links; the query has parameters such as {@code problem=duplicate}. */
  public JsonPath links(String query) {
    return owner()
        .get(query.isEmpty() ? "/api/links" : "/api/links?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public List<String> addresses(String query) {
    return links(query).getList("items.address");
  }

  /** Waits until as many links are listed. */
  public void awaitLinks(int links) {
    await(links + " links").until(() -> addresses("limit=100").size() == links);
  }

  /** All addresses, page by page. */
  List<String> paged(int limit) {
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page = links("limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor));
      all.addAll(page.getList("items.address"));
      cursor = page.getString("next");
    } while (cursor != null);
    return all;
  }
}
