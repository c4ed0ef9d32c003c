package microstorm.local.access;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.local.Patience;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** A session in the sharing phase with all kinds of callers, and two other sessions. */
final class Scene {

  /** Nothing listens there; the tests permit webhooks to this machine. */
  private static final String SINK = "https://127.0.0.1:9/";

  private final Api api;
  private final String slug;
  private final String owner;
  private final String session;
  private final String foreign;
  private String scheduled = "";
  private final Person earlier;
  private String screen = UUID.randomUUID().toString();
  private String webhook = UUID.randomUUID().toString();
  private final Person participant;
  private final Person facilitator;
  private final Map<Caller, String> tokens = new EnumMap<>(Caller.class);

  Scene(Api api, Path keys) {
    this.api = api;
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    slug = api.createTeam("Team " + UUID.randomUUID(), key);
    owner = api.token(slug, key);
    String otherKey = UUID.randomUUID().toString() + UUID.randomUUID();
    String otherOwner = api.token(api.createTeam("Team " + UUID.randomUUID(), otherKey), otherKey);
    foreign = plan(otherOwner).path("id").asText();

    earlier = agree(owner);
    JsonNode planned = plan(owner);
    session = planned.path("id").asText();
    String joinCode = planned.path("joinCode").asText();
    facilitator = join(planned.path("facilitatorCode").asText(), "facilitator");
    participant = join(joinCode, "participant");
    Person removed = join(joinCode, "participant");
    Person observer = join(joinCode, "observer");
    JsonNode another = plan(owner);
    Person stranger =
        Person.join(
            api,
            another.path("id").asText(),
            another.path("joinCode").asText(),
            "Stranger",
            "participant");
    tokens.put(Caller.NOBODY, "");
    tokens.put(Caller.STRANGER, stranger.token());
    tokens.put(Caller.PARTICIPANT, participant.token());
    tokens.put(Caller.OBSERVER, observer.token());
    tokens.put(Caller.FACILITATOR, facilitator.token());
    tokens.put(Caller.OWNER, owner);
    tokens.put(Caller.MEMBER, member());
    tokens.put(Caller.OTHER_OWNER, otherOwner);
    tokens.put(Caller.REMOVED, removed.token());
    tokens.put(Caller.EXPIRED, expired(participant.token(), keys));
    share();
    facilitator.inSession("DELETE", "/participants/" + removed.id()).expect(204);
    await().atMost(Patience.AT_MOST).until(() -> removed.onBoard("GET", "").status() == 401);
  }

  /** The facilitator of another session of the team, which agrees on actions. */
  private Person agree(String owner) {
    JsonNode earlier = plan(owner);
    String id = earlier.path("id").asText();
    String code = earlier.path("facilitatorCode").asText();
    Person leader = Person.join(api, id, code, "Leader", "facilitator");
    leader.inSession("/phase", Map.of("to", "lobby")).expect(200);
    leader.inSession("/phase", Map.of("to", "quiet")).expect(200);
    leader.inSession("/ready", Map.of("ready", true)).expect(200);
    leader.inSession("/phase", Map.of("to", "sharing")).expect(200);
    leader.inSession("/phase", Map.of("to", "agreeing")).expect(200);
    await()
        .atMost(Patience.AT_MOST)
        .until(() -> leader.board().path("phase").asText().equals("agreeing"));
    return leader;
  }

  String token(Caller caller) {
    return tokens.get(caller);
  }

  String session() {
    return session;
  }

  String foreign() {
    return foreign;
  }

  /**
   * The value for a name in a path or a body. Resources of the session are created anew each time.
   */
  String fill(String name) {
    switch (name) {
      case "slug":
        return slug;
      case "keyId":
        return addKey().path("keyId").asText();
      case "templateId":
        return api.post("/api/teams/" + slug + "/templates", owner, Map.of("name", fill("absent")))
            .expect(201)
            .path("templateId")
            .asText();
      case "ideaId":
        return participant.writes("An idea").path("id").asText();
      case "participantId":
        return join(currentCode(), "participant").id();
      case "breakId":
        facilitator.inSession("DELETE", "/breaks/" + scheduled);
        Map<String, Object> next = Map.of("minutes", 5, "startsAt", fill("later"));
        scheduled = facilitator.inSession("/breaks", next).expect(201).path("breakId").asText();
        return scheduled;
      case "screenId":
        facilitator.inSession("DELETE", "/screens/" + screen);
        Map<String, Object> code = Map.of("joinCode", currentCode());
        screen =
            api.post("/api/sessions/" + session + "/screens", "", code)
                .expect(201)
                .path("screenId")
                .asText();
        return screen;
      case "topicId":
        return create("/topics", Map.of("title", "A topic"));
      case "groupId":
        return create("/groups", Map.of("name", "A group", "ideaIds", List.of(fill("ideaId"))));
      case "actionId":
        return earlier
            .onBoard("/actions", Map.of("text", "To be done"))
            .expect(201)
            .path("id")
            .asText();
      case "webhookId":
        api.send("DELETE", "/api/webhooks/" + webhook, owner).expect(204);
        webhook = addWebhook();
        return webhook;
      case "sink":
        return SINK;
      case "later":
        return Instant.now().plus(Duration.ofHours(3)).toString();
      case "measure":
        return "balance";
      case "reaction":
        return "likes";
      default:
        return UUID.randomUUID().toString();
    }
  }

  private String member() {
    Map<String, String> proof = Map.of("memberKey", addKey().path("key").asText());
    return api.post("/api/teams/" + slug + "/tokens", "", proof).expect(200).path("token").asText();
  }

  private String addWebhook() {
    Map<String, Object> request =
        Map.of(
            "name",
            "A webhook",
            "url",
            SINK,
            "events",
            List.of("microstorm.action.done"),
            "active",
            false);
    return api.post("/api/webhooks", owner, request)
        .expect(201)
        .path("webhook")
        .path("id")
        .asText();
  }

  private JsonNode addKey() {
    Map<String, String> key = Map.of("name", "A member", "role", "member");
    return api.post("/api/teams/" + slug + "/keys", owner, key).expect(201);
  }

  /** The current join code, which may have been renewed. */
  private String currentCode() {
    return api.send("GET", "/api/sessions/" + session, token(Caller.OWNER))
        .expect(200)
        .path("joinCode")
        .asText();
  }

  private String create(String path, Map<String, ?> body) {
    return facilitator.onBoard(path, body).expect(201).path("id").asText();
  }

  private JsonNode plan(String owner) {
    Map<String, Object> plan =
        Map.of("title", "A session", "problem", "A problem", "criteria", List.of("A criterion"));
    return api.post("/api/sessions", owner, plan).expect(201);
  }

  private Person join(String code, String role) {
    return Person.join(api, session, code, role, role);
  }

  private void share() {
    facilitator.inSession("/phase", Map.of("to", "lobby")).expect(200);
    facilitator.inSession("/phase", Map.of("to", "quiet")).expect(200);
    Stream.of(Caller.FACILITATOR, Caller.PARTICIPANT, Caller.REMOVED)
        .map(caller -> Person.with(api, session, token(caller)))
        .forEach(person -> person.inSession("/ready", Map.of("ready", true)).expect(200));
    facilitator.inSession("/phase", Map.of("to", "sharing")).expect(200);
    await()
        .atMost(Patience.AT_MOST)
        .until(() -> facilitator.board().path("phase").asText().equals("sharing"));
  }

  /** The same token, but expired, signed with the system's own key. */
  private static String expired(String token, Path keys) {
    try (Stream<Path> files = Files.list(keys)) {
      Path file = files.filter(f -> f.toString().endsWith(".jwk.json")).sorted().toList().get(0);
      EllipticCurveJsonWebKey key =
          (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setSkipSignatureVerification()
              .setSkipAllValidators()
              .build()
              .processToClaims(token);
      claims.setExpirationTimeMinutesInTheFuture(-1);
      JsonWebSignature signed = new JsonWebSignature();
      signed.setPayload(claims.toJson());
      signed.setAlgorithmHeaderValue("ES256");
      signed.setKeyIdHeaderValue(key.getKeyId());
      signed.setKey(key.getPrivateKey());
      return signed.getCompactSerialization();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException | org.jose4j.jwt.consumer.InvalidJwtException e) {
      throw new IllegalStateException(e);
    }
  }
}
