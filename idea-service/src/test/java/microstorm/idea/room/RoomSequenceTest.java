package microstorm.idea.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random commands of people in two rooms. After each of them everybody sees exactly the ideas of
 * their room, and nothing on a board or a stream refers to one of another room.
 */
@IdeaServiceTest
class RoomSequenceTest {

  private static final int COMMANDS = 50;

  private record Written(Person author, Integer room) {}

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private SplitBoard split;
  private List<Person> people;
  private final Map<Person, Integer> rooms = new HashMap<>();
  private final Map<UUID, Written> ideas = new LinkedHashMap<>();
  private final Set<UUID> withdrawn = new HashSet<>();
  private final Set<UUID> bens = new HashSet<>();
  private final List<LiveStream> streams = new ArrayList<>();

  @BeforeEach
  void gather() {
    split = new SplitBoard("sharing-started", false);
    people = List.of(split.ana, split.abe, split.ben, split.leader);
  }

  @Test
  void nobodyEverSeesAnIdeaOfAnotherRoom() {
    List<String> done = new ArrayList<>();
    try {
      streams.add(split.stream(split.ben, null).awaitEvent("snapshot"));
      form();
      for (int command = 0; command < COMMANDS; command++) {
        Person person = people.get(random.nextInt(people.size()));
        done.add(execute(person));
        people.forEach(this::check);
        check(split.observer);
        follow();
      }
      checkStreams();
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError("seed " + seed + " after " + done, failure);
    } finally {
      streams.forEach(LiveStream::close);
    }
  }

  private String execute(Person person) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> post(person, null);
      case 3, 4, 5 -> post(person, one(id -> sees(person, id)));
      case 6 -> withdraw(person);
      case 7 -> restore(person);
      case 8 -> move(person);
      case 9 -> group(person);
      case 10 -> random.nextInt(4) == 0 ? merge() : "nothing";
      default -> form();
    };
  }

  private String post(Person person, UUID parent) {
    Map<String, Object> idea = new HashMap<>(Map.of("text", "idea " + ideas.size()));
    if (parent != null) {
      idea.put("parentId", parent);
    }
    Response answer = split.board.as(person).body(idea).post(split.board.ideas());
    if (answer.statusCode() == 201) {
      Integer above = parent == null ? null : ideas.get(parent).room;
      UUID id = UUID.fromString(answer.path("id"));
      ideas.put(id, new Written(person, above == null ? rooms.get(person) : above));
    } else {
      assertThat(answer.<String>path("type")).endsWith("#too-deep");
    }
    return "post below " + parent;
  }

  private String withdraw(Person person) {
    UUID id = one(idea -> sees(person, idea) && ideas.get(idea).author.equals(person));
    if (id != null) {
      split.board.as(person).delete(split.board.idea(id)).then().statusCode(204);
      withdrawn.add(id);
    }
    return "withdraw " + id;
  }

  private String restore(Person person) {
    UUID id =
        withdrawn.stream()
            .filter(idea -> ideas.get(idea).author.equals(person))
            .findFirst()
            .orElse(null);
    if (id != null) {
      int status = split.board.as(person).post(split.board.idea(id) + "/restore").statusCode();
      assertThat(status).isEqualTo(inReach(person, id) ? 200 : 404);
      if (status == 200) {
        withdrawn.remove(id);
      }
    }
    return "restore " + id;
  }

  private String move(Person person) {
    UUID id = one(idea -> sees(person, idea));
    UUID parent = one(idea -> sees(person, idea));
    if (id != null && !id.equals(parent)) {
      Response answer =
          split.board.as(person).body(Map.of("parentId", parent)).patch(split.board.idea(id));
      boolean crosses =
          ideas.get(parent).room != null
              && !Objects.equals(ideas.get(parent).room, ideas.get(id).room);
      assertThat(answer.statusCode()).isIn(crosses ? List.of(403, 409) : List.of(200, 403, 409));
    }
    return "move " + id + " below " + parent;
  }

  private String group(Person person) {
    Set<UUID> some = new HashSet<>();
    Stream.generate(() -> one(idea -> sees(person, idea)))
        .limit(2)
        .filter(Objects::nonNull)
        .forEach(some::add);
    boolean crosses = some.stream().map(id -> ideas.get(id).room).distinct().count() > 1;
    split
        .add(person, "groups", Map.of("name", "group", "ideaIds", some))
        .statusCode(crosses ? 409 : 201);
    return "group " + some;
  }

  private String merge() {
    split.merge();
    rooms.clear();
    ideas.replaceAll((id, idea) -> new Written(idea.author, null));
    return "merge";
  }

  private String form() {
    List<Person> first = new ArrayList<>();
    List<Person> second = new ArrayList<>();
    people.forEach(person -> (random.nextBoolean() ? first : second).add(person));
    split.split(first, second);
    first.forEach(person -> rooms.put(person, 1));
    second.forEach(person -> rooms.put(person, 2));
    return "rooms";
  }

  private UUID one(Predicate<UUID> which) {
    List<UUID> found = ideas.keySet().stream().filter(which).toList();
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  private boolean inReach(Person person, UUID id) {
    Integer room = ideas.get(id).room;
    return room == null || person == split.leader || room.equals(rooms.get(person));
  }

  private boolean sees(Person person, UUID id) {
    return inReach(person, id) && !withdrawn.contains(id);
  }

  private void check(Person person) {
    List<UUID> expected = ideas.keySet().stream().filter(id -> sees(person, id)).toList();
    String text = split.seen(person);
    JsonPath board = JsonPath.from(text);
    assertThat(board.<String>getList("ideas.id"))
        .as("the ideas of a " + person.role())
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(UUID::toString).toList());
    ideas.keySet().stream()
        .filter(id -> !expected.contains(id))
        .forEach(id -> assertThat(text).doesNotContain(id.toString()));
    List<String> groups = board.getList("groups.id");
    assertThat(groups)
        .containsAll(
            board.<String>getList("ideas.groupId").stream().filter(Objects::nonNull).toList());
    if (person == split.ben) {
      bens.addAll(expected);
    }
  }

  /** When Ben is moved, his stream ends, and he opens another one. */
  private void follow() {
    LiveStream stream = streams.get(streams.size() - 1);
    if (stream.of("reconnect").findAny().isPresent()) {
      String last =
          stream.events().stream()
              .map(LiveStream.Event::id)
              .filter(Objects::nonNull)
              .reduce((first, second) -> second)
              .orElse(null);
      streams.add(split.stream(split.ben, last).awaitEvent("snapshot"));
    }
  }

  /** Ben's streams never showed an idea that he did not see at that time. */
  private void checkStreams() {
    LiveStream last = split.stream(split.ben, null).awaitEvent("snapshot");
    streams.add(last);
    String shown = streams.stream().map(LiveStream::bytes).reduce("", String::concat);
    ideas.keySet().stream()
        .filter(id -> !bens.contains(id))
        .forEach(id -> assertThat(shown).doesNotContain(id.toString()));
  }
}
