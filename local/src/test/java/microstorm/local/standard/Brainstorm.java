package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import microstorm.client.Answer;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.local.Patience;
import microstorm.local.SharedSystem;

/** A planned session of a team of its own, on a system with two replicas of each service. */
public final class Brainstorm {

  private final Api api = SharedSystem.api();
  private final String owner;
  private final JsonNode plan;
  private final Person facilitator;
  private final List<Person> people = new ArrayList<>();

  private Brainstorm(Map<String, ?> changes) {
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    owner = api.token(api.createTeam("Team " + UUID.randomUUID(), key), key);
    Map<String, Object> request = new HashMap<>();
    request.put("title", "A session");
    request.put("problem", "What is in our way?");
    request.put("criteria", List.of("It can be done by us"));
    request.putAll(changes);
    plan = api.post("/api/sessions", owner, request).expect(201);
    facilitator = join(plan.path("facilitatorCode").asText(), "Facilitator", "facilitator");
  }

  /** A planned session with a problem and a criterion, and a facilitator in it. */
  public static Brainstorm planned() {
    return planned(Map.of());
  }

  /** The same with changed fields of the plan. */
  public static Brainstorm planned(Map<String, ?> changes) {
    return new Brainstorm(changes);
  }

  public String id() {
    return plan.path("id").asText();
  }

  String owner() {
    return owner;
  }

  Api api() {
    return api;
  }

  String joinCode() {
    return plan.path("joinCode").asText();
  }

  public Person facilitator() {
    return facilitator;
  }

  /** Adds a participant with the join code. */
  public Person participant(String name) {
    Person joined = join(joinCode(), name, "participant");
    people.add(joined);
    return joined;
  }

  public Person observer() {
    return join(joinCode(), "Observer", "observer");
  }

  private Person join(String code, String name, String role) {
    return Person.join(api, id(), code, name, role);
  }

  /** Requests a phase. */
  public Answer to(String phase) {
    return facilitator.inSession("/phase", Map.of("to", phase));
  }

  /** Starts the quiet phase, and waits until the board follows. */
  public Brainstorm quiet() {
    to("lobby").expect(200);
    to("quiet").expect(200);
    return awaitPhase("quiet");
  }

  /** Ends the quiet phase with everyone ready. */
  Brainstorm sharing() {
    everyoneIsReady();
    to("sharing").expect(200);
    return awaitPhase("sharing");
  }

  Brainstorm converging() {
    to("converging").expect(200);
    return awaitPhase("converging");
  }

  /** Shows the results, and waits until the board follows. */
  Brainstorm agreeing() {
    to("agreeing").expect(200);
    return awaitPhase("agreeing");
  }

  /** Closes the session and waits until its report is complete. */
  public JsonNode closed() {
    to("closing").expect(202);
    return await()
        .atMost(Patience.AT_MOST)
        .until(this::report, report -> report.path("complete").asBoolean());
  }

  void everyoneIsReady() {
    people.forEach(person -> ready(person));
    ready(facilitator);
  }

  void ready(Person person) {
    person.inSession("/ready", Map.of("ready", true)).expect(200);
  }

  JsonNode session() {
    return api.send("GET", "/api/sessions/" + id(), owner).expect(200);
  }

  JsonNode report() {
    return api.send("GET", "/api/reports/" + id(), owner).expect(200);
  }

  private Brainstorm awaitPhase(String phase) {
    return eventually(() -> facilitator.board().path("phase").asText().equals(phase));
  }

  /** Waits for a condition that holds after the services have received each other's events. */
  public Brainstorm eventually(Callable<Boolean> condition) {
    await().atMost(Patience.AT_MOST).until(condition);
    return this;
  }

  /** The texts of the ideas that this person sees on the board. */
  static List<String> ideasSeenBy(Person person) {
    return texts(person.board().path("ideas"), "text");
  }

  public static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(entry -> entry.path(field).asText())
        .toList();
  }

  /** Checks that a rule of the session refuses the request in the present phase. */
  static JsonNode refused(Answer answer, String rule) {
    return refused(answer, 409, rule);
  }

  /** Checks that the role does not permit the request in any phase. */
  static JsonNode forbidden(Answer answer, String rule) {
    return refused(answer, 403, rule);
  }

  private static JsonNode refused(Answer answer, int status, String rule) {
    assertThat(answer.rule()).as(answer.json().toString()).isEqualTo(rule);
    return answer.expect(status);
  }
}
