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

/**
 * A session of a team of its own, from the plan on, with two replicas of each service behind it.
 */
public final class Brainstorm {

  private final Api api = new Api(SharedSystem.get().baseUrl());
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

  /** The same with fields of the plan changed. */
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

  /** Somebody joins by the link. */
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

  /** Asks for a phase. */
  public Answer to(String phase) {
    return facilitator.inSession("/phase", Map.of("to", phase));
  }

  /** Begins the silent writing, and waits until the board has heard of it. */
  public Brainstorm quiet() {
    to("lobby").expect(200);
    to("quiet").expect(200);
    return awaitPhase("quiet");
  }

  /** Ends the silent writing as everybody says that they are done. */
  Brainstorm sharing() {
    everybodyIsReady();
    to("sharing").expect(200);
    return awaitPhase("sharing");
  }

  Brainstorm converging() {
    to("converging").expect(200);
    return awaitPhase("converging");
  }

  /** Closes the session and waits until its report is complete. */
  public JsonNode closed() {
    to("closing").expect(202);
    return await()
        .atMost(Patience.AT_MOST)
        .until(this::report, report -> report.path("complete").asBoolean());
  }

  void everybodyIsReady() {
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

  /** Waits for something that holds as soon as the services have heard of each other. */
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

  /** Checks that something is refused by this rule. */
  static JsonNode refused(Answer answer, String rule) {
    assertThat(answer.rule()).as(answer.json().toString()).isEqualTo(rule);
    return answer.expect(409);
  }
}
