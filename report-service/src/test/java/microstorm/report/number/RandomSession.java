package microstorm.report.number;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import microstorm.report.OtherServices;

/** The events of a random session of both services, each in its order. */
final class RandomSession {

  final UUID team;
  final UUID session;

  /** An event: its type without prefix and version, and its payload. */
  record Sent(String type, ObjectNode payload) {}

  final List<Sent> sessionEvents = new ArrayList<>();
  final List<Sent> ideaEvents = new ArrayList<>();

  private final Random random;
  private final List<UUID> people = new ArrayList<>();
  private final List<UUID> topics = new ArrayList<>();
  private final Map<UUID, Integer> links = new LinkedHashMap<>();
  private final List<UUID> groups = new ArrayList<>();
  private final List<UUID> actions = new ArrayList<>();
  private final List<UUID> criteria = new ArrayList<>();
  private final List<UUID> removed = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-04T09:00:00Z");
  private int position;

  RandomSession(long seed) {
    random = new Random(seed);
    team = id();
    session = id();
    plan();
    join();
    hold();
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private String later(int maxSeconds) {
    now = now.plusSeconds(1 + random.nextInt(maxSeconds));
    return now.toString();
  }

  private ObjectNode sessionEvent(String type) {
    ObjectNode payload = OtherServices.sessionEvent("microstorm.session." + type + ".v1");
    payload.put("sessionId", session.toString());
    sessionEvents.add(new Sent("microstorm.session." + type + ".v1", payload));
    return payload;
  }

  private ObjectNode ideaEvent(String type) {
    ObjectNode payload = OtherServices.ideaEvent("microstorm.idea." + type + ".v1");
    payload.put("sessionId", session.toString());
    ideaEvents.add(new Sent("microstorm.idea." + type + ".v1", payload));
    return payload;
  }

  private void plan() {
    ObjectNode planned = sessionEvent("planned").put("teamId", team.toString());
    planned.putNull("logRevision").putNull("heldOn");
    planned.put("problem", chance(0.8) ? "Why?" : "");
    ((ObjectNode) planned.get("settings")).put("anonymous", false);
    ArrayNode list = planned.putArray("criteria");
    for (int n = random.nextInt(4); n > 0; n--) {
      criteria.add(id());
      list.addObject().put("id", criteria.get(criteria.size() - 1).toString()).put("text", "Good");
    }
    sessionEvent("lobby-opened").put("startedAt", later(600));
  }

  private void join() {
    int number = 1 + random.nextInt(8);
    for (int n = 0; n < number; n++) {
      UUID person = id();
      String role = n == 0 ? "facilitator" : chance(0.15) ? "observer" : "participant";
      ObjectNode joined = sessionEvent("participant-joined");
      joined.put("participantId", person.toString()).put("position", n);
      joined.put("name", "Person " + n).put("role", role);
      if (n > 0 && chance(0.1)) {
        ObjectNode left = sessionEvent("participant-left").put("participantId", person.toString());
        left.put("tookPart", chance(0.5));
      } else if (!role.equals("observer")) {
        people.add(person);
      }
    }
  }

  private void hold() {
    sessionEvent("quiet-started").put("startedAt", later(300));
    work(10);
    ObjectNode sharing = sessionEvent("sharing-started").put("startedAt", later(900));
    sharing.put("quietSeconds", random.nextInt(1200)).put("pausedSeconds", random.nextInt(100));
    work(30);
    sessionEvent("converging-started").put("startedAt", later(900));
    work(10);
    count();
    sessionEvent("agreeing-started").put("startedAt", later(900));
    agree();
    sessionEvent("closing").put("startedAt", later(900)).put("automatic", chance(0.2));
    seal();
  }

  private void work(int most) {
    for (int n = random.nextInt(most); n > 0; n--) {
      switch (random.nextInt(12)) {
        case 0 -> breakStarts();
        case 1 -> addTopic();
        case 2 -> removeTopic();
        case 3 -> withdraw();
        case 4 -> edit();
        case 5 -> takeDown();
        case 6 -> group();
        case 7 -> move();
        default -> share();
      }
    }
  }

  private void breakStarts() {
    String breakId = id().toString();
    sessionEvent("break-started").put("startedAt", later(900)).put("breakId", breakId);
    sessionEvent("break-ended").put("endedAt", later(600)).put("breakId", breakId);
  }

  private void addTopic() {
    topics.add(id());
    ObjectNode added = ideaEvent("topic-added").put("position", position++);
    added.put("topicId", topics.get(topics.size() - 1).toString()).putNull("parentId");
  }

  private void removeTopic() {
    if (!topics.isEmpty()) {
      UUID topic = topics.remove(random.nextInt(topics.size()));
      for (UUID idea : links.keySet()) {
        place(ideaEvent("moved").put("ideaId", idea.toString()), null, null);
      }
      ideaEvent("topic-removed").put("topicId", topic.toString());
    }
  }

  private void place(ObjectNode idea, UUID topic, UUID parent) {
    idea.put("topicId", topic == null ? null : topic.toString());
    idea.put("parentId", parent == null ? null : parent.toString());
    idea.put("position", position++);
  }

  private void share() {
    UUID idea = id();
    UUID parent = links.isEmpty() || chance(0.7) ? null : any(new ArrayList<>(links.keySet()));
    ObjectNode shared = ideaEvent(chance(0.5) ? "shared" : "submitted");
    shared.put("ideaId", idea.toString()).put("authorId", any(people).toString());
    shared.put("submittedAt", later(60)).put("shared", true).putNull("comparison");
    shared.put("kind", "idea");
    place(shared, topics.isEmpty() || parent != null ? null : any(topics), parent);
    links.put(idea, 0);
    link(idea);
  }

  private void link(UUID idea) {
    int number = chance(0.7) ? 0 : 1 + random.nextInt(3);
    for (int n = 0; n < number; n++) {
      ObjectNode link = ideaEvent("link-added").put("linkId", id().toString());
      link.put("ideaId", idea.toString()).put("position", n);
    }
    links.put(idea, number);
  }

  /** Only an idea without ideas that build on it. */
  private void withdraw() {
    for (UUID idea : links.keySet()) {
      if (!hasChildren(idea) && !removed.contains(idea)) {
        ideaEvent("withdrawn").put("ideaId", idea.toString());
        links.remove(idea);
        return;
      }
    }
  }

  private boolean hasChildren(UUID idea) {
    return ideaEvents.stream()
        .anyMatch(sent -> sent.payload().path("parentId").asText().equals(idea.toString()));
  }

  private void edit() {
    if (!links.isEmpty()) {
      UUID idea = any(new ArrayList<>(links.keySet()));
      if (!removed.contains(idea)) {
        ideaEvent("edited").put("ideaId", idea.toString()).putNull("comparison");
        link(idea);
      }
    }
  }

  private void takeDown() {
    if (!links.isEmpty()) {
      UUID idea = any(new ArrayList<>(links.keySet()));
      if (!removed.contains(idea)) {
        removed.add(idea);
        ObjectNode down = ideaEvent(chance(0.5) ? "taken-down" : "redacted");
        down.put("ideaId", idea.toString()).put("links", links.get(idea));
        down.put("removedAt", now.toString());
        links.put(idea, 0);
      }
    }
  }

  private void move() {
    if (!links.isEmpty()) {
      UUID idea = any(new ArrayList<>(links.keySet()));
      place(
          ideaEvent("moved").put("ideaId", idea.toString()),
          topics.isEmpty() ? null : any(topics),
          null);
    }
  }

  private void group() {
    if (groups.isEmpty() || chance(0.6)) {
      groups.add(id());
    } else if (chance(0.3)) {
      ideaEvent("group-removed").put("groupId", groups.remove(0).toString());
      return;
    }
    ObjectNode grouped = ideaEvent("grouped").put("groupId", any(groups).toString());
    ArrayNode members = grouped.put("position", position++).putArray("ideaIds");
    links.keySet().stream().filter(idea -> chance(0.3)).forEach(i -> members.add(i.toString()));
  }

  private void count() {
    if (chance(0.8)) {
      ObjectNode counted = ideaEvent("votes-counted");
      ArrayNode votes = counted.putArray("votes");
      ArrayNode marks = counted.putArray("marks");
      for (UUID idea : links.keySet()) {
        if (chance(0.4)) {
          votes.addObject().put("ideaId", idea.toString()).put("votes", 1 + random.nextInt(9));
        }
        for (UUID criterion : criteria) {
          if (chance(0.5)) {
            ObjectNode mark = marks.addObject().put("ideaId", idea.toString());
            int number = 1 + random.nextInt(7);
            double sum = random.ints(number, 1, 6).sum();
            mark.put("criterionId", criterion.toString()).put("count", number);
            mark.put("mean", sum / number);
          }
        }
      }
    }
  }

  private void agree() {
    for (int n = random.nextInt(5); n > 0; n--) {
      UUID action = id();
      actions.add(action);
      ideaEvent("action-added").put("actionId", action.toString()).putNull("ideaId");
      if (chance(0.3)) {
        ObjectNode changed = ideaEvent("action-changed").put("actionId", action.toString());
        changed.putNull("ideaId").put("state", "done");
      }
      if (chance(0.2)) {
        ideaEvent("action-removed").put("actionId", action.toString());
        actions.remove(action);
      }
    }
  }

  private void seal() {
    long grouped =
        groups.stream()
            .filter(
                group ->
                    ideaEvents.stream()
                        .anyMatch(
                            sent ->
                                sent.type().contains("idea.grouped")
                                    && sent.payload()
                                        .get("groupId")
                                        .asText()
                                        .equals(group.toString())))
            .count();
    ObjectNode sealed = ideaEvent("board-sealed").put("teamId", team.toString());
    sealed.putNull("logRevision").put("topics", topics.size()).put("ideas", links.size());
    sealed.put("links", links.values().stream().mapToInt(Integer::intValue).sum());
    sealed.put("groups", grouped).put("actions", actions.size());
    sealed.put("writers", people.size()).put("hints", random.nextInt(4));
    long stayed =
        sessionEvents.stream().filter(s -> s.type().contains("participant-joined")).count()
            - sessionEvents.stream()
                .filter(s -> s.type().contains("participant-left"))
                .filter(s -> !s.payload().get("tookPart").asBoolean())
                .count();
    sessionEvent("closed").putNull("logRevision").put("participants", stayed);
  }
}
