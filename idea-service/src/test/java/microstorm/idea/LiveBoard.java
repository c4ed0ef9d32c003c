package microstorm.idea;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import microstorm.testing.Contracts;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;

/** A session as session-service tells it, and people before its board. */
public final class LiveBoard {

  private static final String EVENT = "microstorm.session.%s.v1";

  /** The session, planned just now as its id says. */
  public final UUID session = Generators.timeBasedEpochGenerator().generate();

  /** The team that owns it. */
  public final UUID team;

  private int seats;

  /** Somebody with a token of the session, known by their writer key. */
  public record Person(UUID id, String role, String key, String token) {}

  /** A session of a new team. */
  public LiveBoard() {
    this(UUID.randomUUID());
  }

  /** A session of a team. */
  public LiveBoard(UUID team) {
    this.team = team;
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

  /** Tells of the session and waits for its board. */
  public void plan(boolean anonymous) {
    tell(
        "planned",
        event -> {
          event.put("teamId", team.toString());
          ((ObjectNode) event.get("settings")).put("anonymous", anonymous);
        });
    await("the board").until(() -> get(owner()).statusCode() == 200);
  }

  /** Tells of a phase and waits until the board is in it. */
  public void begin(String event) {
    tell(event, told -> told.remove("carryActionsFrom"));
    String phase = event.replace("-started", "").replace("-opened", "");
    await(phase).until(() -> view(owner()).getString("phase").equals(phase));
  }

  /** Tells an event of session-service: its golden sample, of this session. */
  public void tell(String name, Consumer<ObjectNode> change) {
    String type = EVENT.formatted(name);
    ObjectNode event =
        (ObjectNode) Contracts.tree(Contracts.sample("session-service", type)).deepCopy();
    event.put("sessionId", session.toString());
    change.accept(event);
    TestEvents.publish("session.events", UUID.randomUUID(), type, session, event.toString());
  }

  /** Somebody who has joined, and whose seat the board knows of. */
  public Person join(String role) {
    Person person = stranger(role);
    int position = seats++;
    tell(
        "participant-joined",
        event ->
            event
                .put("participantId", person.id().toString())
                .put("position", position)
                .put("name", "Participant " + position)
                .put("role", role));
    await("the seat")
        .until(
            () ->
                view(owner())
                    .getList("participants.participantId")
                    .contains(person.id().toString()));
    return person;
  }

  /** Somebody who has joined so lately that the board does not know of it. */
  public Person stranger(String role) {
    UUID id = UUID.randomUUID();
    String key = UUID.randomUUID().toString().replace("-", "");
    return new Person(id, role, key, TestIssuer.memberOf(session, id, role, key));
  }

  /** The team's owner, who has no seat. */
  public Person owner() {
    return new Person(team, "owner", null, TestIssuer.ownerOf(team));
  }

  /** A request of somebody. */
  public RequestSpecification as(Person person) {
    return given().auth().oauth2(person.token()).contentType("application/json");
  }

  /** Posts an idea. */
  public ValidatableResponse post(Person person, Map<String, ?> idea) {
    return as(person).body(idea).post(ideas()).then();
  }

  /** Posts an idea that must be taken, and returns its id. */
  public UUID posted(Person person, String text) {
    return UUID.fromString(post(person, Map.of("text", text)).statusCode(201).extract().path("id"));
  }

  /** The path of the board's ideas. */
  public String ideas() {
    return "/api/boards/" + session + "/ideas";
  }

  /** The path of an idea. */
  public String idea(UUID id) {
    return ideas() + "/" + id;
  }

  /** The board as somebody sees it. */
  public JsonPath view(Person person) {
    return get(person).then().statusCode(200).extract().jsonPath();
  }

  private Response get(Person person) {
    return as(person).get("/api/boards/{id}", session);
  }

  /** The board's events so far. */
  public List<TestEvents.Event> events() {
    return TestEvents.read("idea.events", session);
  }

  /** The board's events of one type, waited for. */
  public List<TestEvents.Event> events(String type, int count) {
    String full = "microstorm.idea." + type + ".v1";
    await(type).until(() -> events().stream().filter(e -> e.type().equals(full)).count() >= count);
    return events().stream().filter(event -> event.type().equals(full)).toList();
  }
}
