package microstorm.idea;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;

/**
 * The board of a session that a test drives by events of session-service, with people who use it.
 */
public final class LiveBoard {

  private static final String EVENT = "microstorm.session.%s.v1";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The session; its id says that it was planned just now. */
  public final UUID session = Generators.timeBasedEpochGenerator().generate();

  /** The team that owns it. */
  public final UUID team;

  private final Person owner;
  private int seats;

  /** A person with a token for the session, identified by their writer key. */
  public record Person(UUID id, String role, String key, String token) {}

  /** A session of a new team. */
  public LiveBoard() {
    this(UUID.randomUUID());
  }

  /** A session of a team. */
  public LiveBoard(UUID team) {
    this.team = team;
    this.owner = new Person(team, "owner", null, TestIssuer.ownerOf(team));
  }

  /** A board in a phase: planned, lobby, quiet-started, sharing-started, ... */
  public static LiveBoard in(String phase, boolean anonymous) {
    LiveBoard board = new LiveBoard();
    board.plan(anonymous);
    if (!phase.equals("planned")) {
      board.begin(phase);
    }
    return board;
  }

  /** Publishes the session and waits for its board. */
  public void plan(boolean anonymous) {
    plan(
        event -> {
          event.remove("topics");
          ((ObjectNode) event.get("settings")).put("anonymous", anonymous);
        });
  }

  /** Publishes the session with changes, and waits for its board. */
  public void plan(Consumer<ObjectNode> change) {
    publish(
        "planned",
        event -> {
          event.put("teamId", team.toString());
          change.accept(event);
        });
    await("the board").until(() -> poll().statusCode() == 200);
  }

  /** Publishes a phase and waits until the board is in it. */
  public void begin(String event) {
    publish(event, payload -> {});
    String phase = event.replace("-started", "").replace("-opened", "");
    await(phase).until(() -> seen().path("phase").asText().equals(phase));
  }

  /** Publishes an event of session-service: its golden sample with this session's id. */
  public void publish(String name, Consumer<ObjectNode> change) {
    String type = EVENT.formatted(name);
    ObjectNode event =
        (ObjectNode) Contracts.tree(Contracts.sample("session-service", type)).deepCopy();
    event.put("sessionId", session.toString());
    change.accept(event);
    TestEvents.publish("session.events", UUID.randomUUID(), type, session, event.toString());
  }

  /** A person who has joined and whose seat is known to the board. */
  public Person join(String role) {
    Person person = stranger(role);
    int position = seats++;
    publish(
        "participant-joined",
        event -> {
          event
              .put("participantId", person.id().toString())
              .put("position", position)
              .put("name", "Participant " + position)
              .put("role", role);
          event.remove("room");
        });
    await("the seat")
        .until(
            () ->
                seen()
                    .path("participants")
                    .findValuesAsText("participantId")
                    .contains(person.id().toString()));
    return person;
  }

  /** A person who has joined so recently that the board does not know it yet. */
  public Person stranger(String role) {
    UUID id = UUID.randomUUID();
    String key = UUID.randomUUID().toString().replace("-", "");
    return new Person(id, role, key, TestIssuer.memberOf(session, id, role, key));
  }

  /** The team's owner, who has no seat. */
  public Person owner() {
    return owner;
  }

  /** A request of a person. */
  public RequestSpecification as(Person person) {
    return given().auth().oauth2(person.token()).contentType("application/json");
  }

  /** Posts an idea. */
  public ValidatableResponse post(Person person, Map<String, ?> idea) {
    return as(person).body(idea).post(ideas()).then();
  }

  /** Posts an idea that must be accepted, and returns its id. */
  public UUID posted(Person person, String text) {
    String idea = post(person, Map.of("text", text)).statusCode(201).extract().asString();
    return UUID.fromString(Contracts.tree(idea).path("id").asText());
  }

  /** The path of the board's ideas. */
  public String ideas() {
    return "/api/boards/" + session + "/ideas";
  }

  /** The path of an idea. */
  public String idea(UUID id) {
    return ideas() + "/" + id;
  }

  /** The board as a person sees it. */
  public JsonPath view(Person person) {
    return as(person).get("/api/boards/{id}", session).then().statusCode(200).extract().jsonPath();
  }

  /** The board as its owner sees it, for waiting. */
  private JsonNode seen() {
    HttpResponse<String> board = poll();
    assertThat(board.statusCode()).isEqualTo(200);
    return Contracts.tree(board.body());
  }

  /**
   * A test that waits sends many requests, and REST Assured needs more time for one than the
   * service.
   */
  private HttpResponse<String> poll() {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + RestAssured.port + "/api/boards/" + session))
              .header("Authorization", "Bearer " + owner.token())
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The JSON of a board without the time of the server, in which equal boards differ. */
  public static String withoutTime(String json) {
    return json.replaceAll("\"serverTime\":\"[^\"]*\",", "");
  }

  /** The board's events so far. */
  public List<TestEvents.Event> events() {
    return TestEvents.read("idea.events", session);
  }

  /** The board's events of one type; waits for them. */
  public List<TestEvents.Event> events(String type, int count) {
    String full = "microstorm.idea." + type + ".v1";
    await(type).until(() -> events().stream().filter(e -> e.type().equals(full)).count() >= count);
    return events().stream().filter(event -> event.type().equals(full)).toList();
  }
}
