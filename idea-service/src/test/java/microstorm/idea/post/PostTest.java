package microstorm.idea.post;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting ideas in the quiet phase and in the sharing phase. */
@IdeaServiceTest
class PostTest {

  @Test
  void theAnswerContainsTheNumberAndTheEditKey() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    int before = board.view(author).getInt("seq");
    int seq =
        board
            .post(author, Map.of("text", "A bicycle for fish"))
            .statusCode(201)
            .body("id", notNullValue())
            .body("seq", greaterThan(before))
            .body("text", equalTo("A bicycle for fish"))
            .body("editKey", equalTo(author.key()))
            .extract()
            .path("seq");
    assertThat(board.view(author).getInt("seq")).isEqualTo(seq);
    assertThat(board.view(author).getList("ideas.text")).containsExactly("A bicycle for fish");
    assertThat(board.view(author).getList("ideas.mine")).containsExactly(true);
  }

  @Test
  void inTheQuietPhaseOnlyTheChangeOfTheBoardAndTheFirstIdeaArePublished() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    UUID id = board.posted(author, "unheard of https://example.org/x");
    int seq = board.view(author).getInt("seq");
    await("the change")
        .until(
            () -> board.events().stream().anyMatch(e -> e.payload().path("seq").asLong() == seq));
    assertThat(board.events())
        .extracting(event -> event.type().replaceAll("microstorm.idea.(.*).v1", "$1"))
        .containsOnly("advanced", "writing-began");
    assertThat(board.events("writing-began", 1).get(0).payload().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("sessionId", "seq");
    assertThat(board.events().toString()).doesNotContain(id.toString());
    board.begin("sharing-started");
    assertThat(board.events("shared", 1).get(0).payload().get("text").asText())
        .startsWith("unheard of");
    assertThat(board.events("link-added", 1)).hasSize(1);
  }

  @Test
  void inTheSharingPhaseIdeasArePublishedAndOthersBuildOnThem() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person first = board.join("participant");
    Person second = board.join("facilitator");
    UUID parent = board.posted(first, "see [this](https://example.org/a)");
    board.post(second, Map.of("text", "and that", "parentId", parent)).statusCode(201);

    List<TestEvents.Event> submitted = board.events("submitted", 2);
    assertThat(submitted.get(0).payload().get("text").asText()).contains("see");
    assertThat(submitted.get(0).payload().get("authorId").asText())
        .isEqualTo(first.id().toString());
    assertThat(submitted.get(1).payload().get("parentId").asText()).isEqualTo(parent.toString());
    assertThat(board.events("link-added", 1)).hasSize(1);
    assertThat(board.view(board.owner()).getList("ideas.links.url.flatten()"))
        .containsExactly("https://example.org/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quote", "reference", "note"})
  void quotesReferencesAndNotesKeepTheirKind(String kind) {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    board
        .post(author, Map.of("text", "[Osborn](https://example.org/osborn)", "kind", kind))
        .statusCode(201);
    assertThat(board.view(author).getString("ideas[0].kind")).isEqualTo(kind);
    assertThat(board.events("submitted", 1).get(0).payload().get("kind").asText()).isEqualTo(kind);
    assertThat(board.view(author).getString("ideas[0].links[0].title")).isEqualTo("Osborn");
  }

  /** The text is stored unchanged, without links to anything but web pages. */
  @Test
  void onlyWebPagesAreLinks() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    String text =
        "[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd) <vbscript:x>"
            + " [d](//example.org) [e](ftp://example.org) [f](HTTPS://example.org/f)";
    board.post(author, Map.of("text", text)).statusCode(201).body("text", equalTo(text));
    assertThat(board.view(author).getList("ideas[0].links.url"))
        .containsExactly("HTTPS://example.org/f");
  }

  @Test
  void aComparisonHasTwoSides() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    Map<String, ?> comparison =
        Map.of(
            "left",
            "Tea",
            "right",
            "Coffee",
            "similarities",
            List.of("hot"),
            "differences",
            List.of("leaf or bean"));
    board
        .post(author, Map.of("kind", "comparison", "comparison", comparison))
        .statusCode(201)
        .body("text", equalTo("Tea vs Coffee"));
    assertThat(board.view(author).getString("ideas[0].comparison.right")).isEqualTo("Coffee");
    board
        .post(author, Map.of("text", "no sides", "kind", "comparison"))
        .statusCode(400)
        .body("errors[0].field", equalTo("comparison"))
        .body("errors[0].message", equalTo("must be given if kind is comparison"));
    board
        .post(author, Map.of("text", "no kind", "comparison", comparison))
        .statusCode(400)
        .body("errors[0].field", equalTo("comparison"))
        .body("errors[0].message", equalTo("must be absent unless kind is comparison"));
    board
        .post(author, Map.of("kind", "idea"))
        .statusCode(400)
        .body("errors[0].field", equalTo("text"))
        .body("errors[0].message", equalTo("must be given unless kind is comparison"));
    board.post(author, Map.of("text", "x", "kind", "joke")).statusCode(400);
  }

  @Test
  void theTextsOfAComparisonAreCheckedLikeAText() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    Map<String, ?> comparison =
        Map.of(
            "left",
            "[Tea](https://example.org/tea)",
            "right",
            "Coffee",
            "similarities",
            List.of("hot, says https://example.org/hot"),
            "differences",
            List.of("great idea!"));
    board
        .post(author, Map.of("kind", "comparison", "comparison", comparison))
        .statusCode(201)
        .body("hint.kind", equalTo("praise"));
    assertThat(board.view(author).getList("ideas[0].links.url"))
        .containsExactly("https://example.org/tea", "https://example.org/hot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\u0000b", "a\u001bb", "a\u0085b", "lone \ud83d half"})
  void anInvalidTextIsRefused(String text) {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    board
        .post(board.stranger("participant"), Map.of("text", text))
        .statusCode(400)
        .body("errors[0].field", equalTo("text"));
  }

  @Test
  void anIdeaHasAtMost2000Characters() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.stranger("participant");
    board.post(author, Map.of("text", "\ud83d\udca1".repeat(2_000))).statusCode(201);
    board
        .post(author, Map.of("text", "x".repeat(2_001)))
        .statusCode(400)
        .body("errors[0].message", equalTo("must have at most 2000 characters"));
  }

  @Test
  void anAnonymousSessionStoresNoAuthor() {
    LiveBoard board = LiveBoard.in("sharing-started", true);
    Person author = board.join("participant");
    board.posted(author, "whose is it?");
    assertThat(board.events("submitted", 1).get(0).payload().get("authorId").isNull()).isTrue();
    assertThat(board.view(author).getString("ideas[0].authorId")).isNull();
    assertThat(Rows.allThatNames(author.id(), board.session)).isEmpty();
    assertThat(Rows.allThatNames(author.key(), board.session)).isEmpty();
  }

  /** The control of the search: a stored author is found. */
  @Test
  void theSearchFindsAStoredAuthor() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    board.posted(author, "mine");
    assertThat(Rows.allThatNames(author.id(), board.session)).isNotEmpty();
  }
}
