package microstorm.idea.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import microstorm.idea.board.Change;
import microstorm.idea.board.Change.Authorship;
import microstorm.idea.board.Change.Voter;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.sse.SseFrame;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.WriterKey;
import org.junit.jupiter.api.Test;

/** The bytes that each client receives of a batch, and the memory they take. */
class ChangeBatchTest {

  /** Omits what is missing, as the service does. */
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .findAndRegisterModules()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private static final int IDEAS = 2_000;
  private static final int AUTHORS = 200;

  private static Change idea(long seq, String key, String text, boolean shared) {
    UUID id = UUID.randomUUID();
    IdeaView view =
        new IdeaView(
            id,
            null,
            null,
            (int) seq,
            "idea",
            text,
            null,
            null,
            null,
            Instant.EPOCH,
            null,
            shared,
            null,
            null,
            null,
            List.of());
    return new Change(
        seq,
        ChangeType.IDEA,
        view,
        new Authorship(id, new WriterKey(key).hashFor(id), shared),
        null);
  }

  private static SseFrame seen(ChangeBatch batch, Viewer viewer, long after) {
    return batch.seenBy(viewer, RoomAccess.of(viewer, null), after);
  }

  private static String text(SseFrame frame) {
    Buffer all = Buffer.buffer();
    frame.parts().forEach(all::appendBuffer);
    assertThat(all.length()).isEqualTo(frame.length());
    return all.toString();
  }

  private static List<String> lines(SseFrame frame, String start) {
    return text(frame).lines().filter(line -> line.startsWith(start)).toList();
  }

  @Test
  void everybodySeesSharedIdeasAndTheirOwn() {
    ChangeBatch batch =
        new ChangeBatch(
            9,
            true,
            List.of(
                idea(5, "anna", "shared by anna", true),
                idea(6, "anna", "quiet of anna", false),
                idea(7, "ben", "shared by ben", true),
                Change.open(8, ChangeType.TOPIC, "a topic")),
            JSON);
    SseFrame annas = seen(batch, Client.viewer("anna"), 0);
    assertThat(lines(annas, "id: ")).containsExactly("id: 5", "id: 6", "id: 7", "id: 8");
    assertThat(lines(annas, "data: ").stream().map(line -> line.contains("\"mine\":true")))
        .containsExactly(true, true, false, false);
    assertThat(annas.changes()).isEqualTo(4);

    SseFrame others = seen(batch, Client.viewer("chris"), 0);
    assertThat(lines(others, "id: ")).containsExactly("id: 5", "id: 7", "id: 8");
    assertThat(text(others)).doesNotContain("quiet").doesNotContain("mine");
    assertThat(others.changes()).isEqualTo(3);

    assertThat(lines(seen(batch, Client.viewer("anna"), 6), "id: "))
        .containsExactly("id: 7", "id: 8");
    assertThat(seen(batch, Client.viewer("chris"), 8).parts()).isEmpty();
  }

  /** A client that is cut off between changes with one number receives all of them again. */
  @Test
  void onlyTheLastVisibleChangeOfANumberCarriesIt() {
    ChangeBatch batch =
        new ChangeBatch(
            5,
            true,
            List.of(
                Change.open(5, ChangeType.TOPIC, "first"),
                idea(5, "anna", "second", true),
                idea(5, "ben", "third", false)),
            JSON);
    assertThat(lines(seen(batch, Client.viewer("anna"), 4), "")).contains("id: 5");
    for (String who : List.of("anna", "ben", "chris")) {
      SseFrame frame = seen(batch, Client.viewer(who), 4);
      String last = text(frame).split("(?=id: )")[1];
      assertThat(lines(frame, "id: ")).containsExactly("id: 5");
      assertThat(last.lines().filter(line -> line.startsWith("data: "))).hasSize(1);
      assertThat(last.contains("third")).isEqualTo(who.equals("ben"));
    }
  }

  @Test
  void anyKeyShowsOwnIdeasButOnlyTheTokensKeyShowsBallots() {
    UUID session = UUID.randomUUID();
    ChangeBatch batch =
        new ChangeBatch(
            3,
            true,
            List.of(
                idea(1, "anna", "of anna", false),
                idea(2, "ben", "of ben", false),
                Change.of(ballot(session, "ben"), 3, ChangeType.VOTES, "dots of ben")),
            JSON);
    assertThat(lines(seen(batch, Client.viewer("anna", "ben"), 0), "id: "))
        .containsExactly("id: 1", "id: 2");
    assertThat(lines(seen(batch, Client.viewer("ben", "anna"), 0), "id: "))
        .containsExactly("id: 1", "id: 2", "id: 3");
  }

  private static Voter ballot(UUID session, String key) {
    return new Voter(session, new WriterKey(key).hashFor(session));
  }

  /**
   * At the end of the quiet phase everybody receives all ideas; memory holds them once, plus the
   * own ideas of each client.
   */
  @Test
  void sharedBytesAreInMemoryOnce() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < IDEAS; i++) {
      changes.add(idea(i + 1, "author " + i % AUTHORS, "An idea. ".repeat(20), true));
    }
    ChangeBatch batch = new ChangeBatch(IDEAS, true, changes, JSON);
    List<SseFrame> frames =
        Stream.iterate(0, i -> i + 1)
            .limit(AUTHORS)
            .map(i -> seen(batch, Client.viewer("author " + i), 0))
            .toList();
    long sent = frames.stream().mapToLong(SseFrame::length).sum();
    long held = held(frames);
    System.out.printf(
        "%d ideas for %d authors: %,d bytes to send, %,d held%n", IDEAS, AUTHORS, sent, held);
    assertThat(frames).allSatisfy(frame -> assertThat(lines(frame, "id: ")).hasSize(IDEAS));
    assertThat(sent).isGreaterThan(AUTHORS * (long) frames.get(0).length() * 9 / 10);
    assertThat(held).isLessThan(6L * frames.get(0).length());
  }

  /** The author of everything gets it by connecting again; the control is one who wrote little. */
  @Test
  void aClientKeepsFewBytesForItselfAlone() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < IDEAS; i++) {
      changes.add(idea(i + 1, i == 0 ? "ben" : "anna", "An idea. ".repeat(20), true));
    }
    ChangeBatch batch = new ChangeBatch(IDEAS, true, changes, JSON);
    assertThat(limited(batch, Client.viewer("anna"), RoomAccess.of(Client.viewer("anna"), null)))
        .isEmpty();
    assertThat(limited(batch, Client.viewer("ben"), RoomAccess.of(Client.viewer("ben"), null)))
        .hasValueSatisfying(frame -> assertThat(frame.changes()).isEqualTo(IDEAS));
  }

  @Test
  void thePeopleOfARoomShareItsBytes() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < IDEAS; i++) {
      changes.add(Change.in(1 + i % 2, i + 1, ChangeType.TOPIC, "A topic. ".repeat(20)));
    }
    ChangeBatch batch = new ChangeBatch(IDEAS, true, changes, JSON);
    List<SseFrame> frames =
        IntStream.range(0, AUTHORS)
            .mapToObj(i -> Client.viewer("author " + i))
            .map(viewer -> limited(batch, viewer, RoomAccess.of(viewer, 1)).orElseThrow())
            .toList();
    assertThat(frames)
        .allSatisfy(
            frame ->
                assertThat(lines(frame, "id: "))
                    .hasSize(IDEAS / 2)
                    .allMatch(line -> Integer.parseInt(line.substring(4)) % 2 == 1));
    assertThat(held(frames)).isLessThan(3L * frames.get(0).length());
  }

  private static Optional<SseFrame> limited(ChangeBatch batch, Viewer viewer, RoomAccess rooms) {
    return batch.seenBy(viewer, rooms, 0, ChangeBatch.MAX_OWN_BYTES);
  }

  /** The bytes that these frames keep in memory. */
  private static long held(List<SseFrame> frames) {
    Set<byte[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    frames.forEach(
        frame ->
            frame.parts().forEach(part -> arrays.add(((BufferImpl) part).getByteBuf().array())));
    return arrays.stream().mapToLong(array -> array.length).sum();
  }
}
