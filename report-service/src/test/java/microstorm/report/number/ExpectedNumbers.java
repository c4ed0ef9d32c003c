package microstorm.report.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The numbers of a report, computed from the events of its session in one pass without a database.
 * Shares no code with the service.
 */
final class ExpectedNumbers {

  private record Idea(String author, String parent) {}

  private final Set<String> topics = new HashSet<>();
  private final Map<String, Idea> ideas = new LinkedHashMap<>();
  private final Map<String, Integer> links = new HashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final Map<String, List<String>> groups = new HashMap<>();
  private final Map<String, String> actions = new HashMap<>();
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final Map<String, Integer> dots = new TreeMap<>();
  private final Map<String, Double> means = new TreeMap<>();
  private final List<Duration> breaks = new ArrayList<>();
  private final List<Duration> work = new ArrayList<>();
  private boolean counted;
  private boolean automatic;
  private int criteria;
  private boolean problem;
  private double quietSeconds;
  private Instant mark;
  private Instant breakBegan;

  ExpectedNumbers(RandomSession random) {
    random.sessionEvents.forEach(sent -> session(sent.type().split("\\.")[2], sent.payload()));
    random.ideaEvents.forEach(sent -> idea(sent.type().split("\\.")[2], sent.payload()));
  }

  private static Instant time(JsonNode event, String field) {
    return Instant.parse(event.get(field).asText());
  }

  private void session(String type, JsonNode event) {
    switch (type) {
      case "planned" -> {
        criteria = event.get("criteria").size();
        problem = !event.get("problem").asText().isEmpty();
      }
      case "participant-joined" ->
          roles.put(event.get("participantId").asText(), event.get("role").asText());
      case "participant-left" -> {
        if (!event.get("tookPart").asBoolean()) {
          roles.remove(event.get("participantId").asText());
        }
      }
      case "quiet-started" -> mark = time(event, "startedAt");
      case "sharing-started" -> quietSeconds = event.get("quietSeconds").asDouble();
      case "break-started" -> {
        breakBegan = time(event, "startedAt");
        work.add(Duration.between(mark, breakBegan));
      }
      case "break-ended" -> {
        mark = time(event, "endedAt");
        breaks.add(Duration.between(breakBegan, mark));
      }
      case "closing" -> {
        work.add(Duration.between(mark, time(event, "startedAt")));
        automatic = event.get("automatic").asBoolean();
      }
      default -> {}
    }
  }

  private void idea(String type, JsonNode event) {
    String idea = event.path("ideaId").asText();
    switch (type) {
      case "topic-added" -> topics.add(event.get("topicId").asText());
      case "topic-removed" -> topics.remove(event.get("topicId").asText());
      case "shared", "submitted" ->
          ideas.put(idea, new Idea(event.get("authorId").asText(), parent(event)));
      case "moved" -> ideas.computeIfPresent(idea, (i, old) -> new Idea(old.author, parent(event)));
      case "withdrawn" -> {
        ideas.remove(idea);
        links.remove(idea);
      }
      case "edited" -> links.remove(idea);
      case "link-added" -> links.merge(idea, 1, Integer::sum);
      case "taken-down", "redacted" -> {
        removed.add(idea);
        links.remove(idea);
      }
      case "grouped" -> groups.put(event.get("groupId").asText(), members(event));
      case "group-removed" -> groups.remove(event.get("groupId").asText());
      case "votes-counted" -> count(event);
      case "action-added", "action-changed" ->
          actions.put(event.get("actionId").asText(), event.get("state").asText());
      case "action-removed" -> actions.remove(event.get("actionId").asText());
      default -> {}
    }
  }

  private static String parent(JsonNode event) {
    return event.get("parentId").isNull() ? null : event.get("parentId").asText();
  }

  private void count(JsonNode event) {
    counted = true;
    event.get("votes").forEach(v -> dots.put(v.get("ideaId").asText(), v.get("votes").asInt()));
    event
        .get("marks")
        .forEach(
            m ->
                means.put(
                    m.get("ideaId").asText() + " " + m.get("criterionId").asText(),
                    m.get("mean").asDouble()));
  }

  Map<String, Integer> counts() {
    return Map.of(
        "topics", topics.size(),
        "ideas", ideas.size(),
        "links", links.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** The dots of each idea; those without dots have zero, if the group chose at all. */
  Map<String, Integer> dots() {
    Map<String, Integer> all = new TreeMap<>();
    if (counted) {
      ideas.keySet().forEach(idea -> all.put(idea, dots.getOrDefault(idea, 0)));
    }
    return all;
  }

  Map<String, Double> means() {
    return means;
  }

  private static List<String> members(JsonNode grouped) {
    List<String> members = new ArrayList<>();
    grouped.get("ideaIds").forEach(id -> members.add(id.asText()));
    return members;
  }

  /** The sizes of the groups, which lose withdrawn ideas. A closed session has no empty group. */
  Map<String, Integer> groups() {
    Map<String, Integer> sizes = new TreeMap<>();
    groups.forEach(
        (group, members) -> {
          int size = (int) members.stream().filter(ideas::containsKey).count();
          if (size > 0) {
            sizes.put(group, size);
          }
        });
    return sizes;
  }

  Map<String, String> actions() {
    return actions;
  }

  int removals() {
    return removed.size();
  }

  List<Long> breakSeconds() {
    return breaks.stream().map(Duration::toSeconds).toList();
  }

  /** The measures of the scorecard that are known. */
  Map<String, Double> measures() {
    Map<String, Double> all = new TreeMap<>();
    double people = roles.values().stream().filter(role -> !role.equals("observer")).count();
    double participants = roles.values().stream().filter("participant"::equals).count();
    double buildOns = ideas.values().stream().filter(idea -> idea.parent != null).count();
    all.put("people", people);
    all.put("participants", participants);
    all.put("ideas", (double) ideas.size());
    all.put("ideas-per-person", ideas.size() / people);
    all.put("build-ons", buildOns);
    if (!ideas.isEmpty()) {
      all.put("build-on-share", 100 * buildOns / ideas.size());
    }
    all.put("problem", problem ? 1.0 : 0.0);
    all.put("criteria", (double) criteria);
    all.put("quiet-minutes", quietSeconds / 60);
    all.put("breaks", (double) breaks.size());
    all.put("break-minutes", breaks.stream().mapToLong(Duration::toSeconds).sum() / 60.0);
    if (!automatic) {
      all.put("longest-work", Collections.max(work).toSeconds() / 60.0);
    }
    balance(all);
    return all;
  }

  private void balance(Map<String, Double> all) {
    Map<String, Integer> wrote = new HashMap<>();
    roles.forEach(
        (person, role) -> {
          if (role.equals("participant")) {
            wrote.put(person, 0);
          }
        });
    ideas.values().stream()
        .filter(idea -> roles.containsKey(idea.author))
        .forEach(idea -> wrote.merge(idea.author, 1, Integer::sum));
    double sum = wrote.values().stream().mapToInt(Integer::intValue).sum();
    if (wrote.size() > 1 && sum > 0) {
      double bits = 0;
      for (int ideas : wrote.values()) {
        bits += ideas == 0 ? 0 : ideas / sum * (Math.log(sum / ideas) / Math.log(2));
      }
      all.put("balance", 100 * bits / (Math.log(wrote.size()) / Math.log(2)));
    }
  }
}
