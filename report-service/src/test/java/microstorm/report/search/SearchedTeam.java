package microstorm.report.search;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.report.OtherServices;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;

/** A team with closed sessions that can be searched. */
final class SearchedTeam {

  private static final String PARSED = "microstorm.log.session-parsed.v1";

  final UUID team = UUID.randomUUID();

  RequestSpecification owner() {
    return given().auth().oauth2(TestIssuer.ownerOf(team));
  }

  /** A closed session with one topic, which can be searched. */
  UUID session(String title, String day, String topic, String... ideas) {
    UUID id = UUID.randomUUID();
    ObjectNode parsed = (ObjectNode) Contracts.tree(Contracts.sample("report-service", PARSED));
    parsed.put("teamId", team.toString()).put("title", title).put("heldOn", day);
    parsed.put("problem", "What about " + title + "?").putNull("summary");
    ((ObjectNode) parsed.get("participants").get(0)).put("id", UUID.randomUUID().toString());
    String topicId = UUID.randomUUID().toString();
    ((ObjectNode) parsed.get("topics").get(0)).put("id", topicId).put("title", topic);
    ArrayNode list = (ArrayNode) parsed.get("ideas");
    ObjectNode sample = (ObjectNode) list.get(0);
    list.removeAll();
    for (String idea : ideas) {
      ObjectNode one = sample.deepCopy().put("id", UUID.randomUUID().toString());
      list.add(one.put("topicId", topicId).put("text", idea).put("position", list.size() + 1));
    }
    OtherServices.takeIn(new TestEvents.Event(UUID.randomUUID(), PARSED, id.toString(), parsed));
    await()
        .until(
            () ->
                search("kind=topic,idea&sessionId=" + id, topic).getInt("places")
                    >= (topicIsIn(topic, ideas) ? 2 : 1));
    await().until(() -> indexed(id, ideas));
    return id;
  }

  private static boolean topicIsIn(String topic, String... ideas) {
    return List.of(ideas).stream().anyMatch(idea -> idea.contains(topic));
  }

  private boolean indexed(UUID id, String... ideas) {
    for (String idea : ideas) {
      String word = idea.split("[^\\p{L}\\p{N}]+")[idea.matches("^[^\\p{L}\\p{N}].*") ? 1 : 0];
      if (search("kind=idea&sessionId=" + id, word).getInt("places") == 0) {
        return false;
      }
    }
    return true;
  }

  JsonPath search(String query) {
    return search("limit=20", query);
  }

  /** What is found with further parameters, such as {@code kind=idea}. */
  JsonPath search(String parameters, String query) {
    return owner()
        .queryParam("q", query)
        .get("/api/search?" + parameters)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The texts that are found, each put together from its pieces. */
  List<String> texts(String query) {
    return texts(search(query));
  }

  static List<String> texts(JsonPath page) {
    return page.<List<java.util.Map<String, Object>>>getList("items.segments").stream()
        .map(
            segments ->
                segments.stream()
                    .map(segment -> (String) segment.get("text"))
                    .collect(Collectors.joining()))
        .toList();
  }

  /** The marked pieces of everything that is found. */
  List<String> marked(String query) {
    return search(query).getList("items.segments.flatten().findAll { it.marked }.text");
  }
}
