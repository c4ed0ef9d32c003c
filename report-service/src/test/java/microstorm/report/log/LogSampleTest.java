package microstorm.report.log;

import static microstorm.report.log.Logs.codes;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import microstorm.report.log.diff.LogDiff;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.RenderedSession;
import microstorm.report.log.render.LogRenderer;
import microstorm.report.log.text.LogText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample log. */
class LogSampleTest {
  private byte[] bytes;
  private ParsedLog log;

  @BeforeEach
  void read() throws IOException {
    bytes = Files.readAllBytes(Path.of("../samples/micro-brainstorming.md"));
    log = parse(LogText.decode(bytes));
  }

  @Test
  void isRestoredByteForByte() {
    assertThat(render(log).getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
  }

  @Test
  void isRestoredByteForByteThroughJson() throws IOException {
    ObjectMapper json = new ObjectMapper().findAndRegisterModules();
    LogFrame frame = json.readValue(json.writeValueAsString(log.frame()), LogFrame.class);
    List<RenderedSession> sessions = new ArrayList<>();
    for (ParsedSession session : log.sessions()) {
      sessions.add(
          json.readValue(json.writeValueAsString(session.rendered()), RenderedSession.class));
    }
    assertThat(LogRenderer.render(frame, sessions).getBytes(StandardCharsets.UTF_8))
        .isEqualTo(bytes);
    assertThat(json.writeValueAsString(IdeaKind.REFERENCE)).isEqualTo("\"reference\"");
  }

  @Test
  void theFrameIsTitleNoteAndEightStandards() {
    assertThat(log.frame().title()).isEqualTo("Micro Brainstorming");
    assertThat(log.frame().note()).isEqualTo("Do it quick but do it right!");
    assertThat(log.frame().standardsTitle()).isEqualTo("Brainstorming Standards");
    assertThat(log.frame().standards())
        .hasSize(8)
        .contains("Set up a comfortable environment for the session.");
    assertThat(log.frame().notes()).containsExactly("/ [Home](index.md)");
    assertThat(log.frame().tail()).isEqualTo("\n".repeat(25));
  }

  @Test
  void theSessionsAreThoseOfTheLog() {
    assertThat(log.sessions()).extracting(ParsedSession::number).containsExactly(1, 2, 3, 3);
    assertThat(log.sessions())
        .extracting(ParsedSession::title)
        .containsExactly(
            "Dask Parallel Data Processing",
            "ECS vs Lambda",
            "Docker Compose and Remote DB",
            "DL Text Processing (Keras, Tensorflow, and PyTorch)");
    assertThat(log.sessions())
        .extracting(ParsedSession::date)
        .containsExactly(
            LocalDate.of(2020, 5, 7),
            LocalDate.of(2020, 5, 9),
            LocalDate.of(2020, 5, 18),
            LocalDate.of(2020, 5, 26));
    assertThat(log.sessions())
        .extracting(ParsedSession::participants)
        .containsExactly(
            List.of("Raja CSP", "Suresh"),
            List.of("Raja CSP", "Suresh"),
            List.of("Raja CSP", "Suresh", "Murali"),
            List.of("Raja CSP", "Suresh", "Murali"));
    assertThat(log.sessions()).extracting(ParsedSession::summary).containsOnlyNulls();
  }

  @Test
  void theTopicsNest() {
    assertThat(titles(0))
        .containsExactly("Dask parallel data processing", "Ray Hyperparameter Tuning");
    assertThat(titles(1)).containsExactly("ECS", "Lambda", "Ref Links");
    assertThat(titles(2))
        .containsExactly(
            "Docker Compose vs Kubernetes",
            "Docker Compose vs Kubernetes > Docker Compose",
            "Docker Compose vs Kubernetes > Kubernetes",
            "Docker Compose vs Docker Swarm",
            "Docker Compose vs Docker Swarm > Similarities",
            "Docker Compose vs Docker Swarm > Differences",
            "Kubernetes Small History",
            "Remote RDS",
            "Ref Links");
    assertThat(titles(3)).containsExactly("Text Processing");
  }

  @Test
  void theIdeasHaveTheirKinds() {
    assertThat(kinds(0)).containsOnly(IdeaKind.IDEA).hasSize(9);
    assertThat(kinds(1)).filteredOn(kind -> kind == IdeaKind.QUOTE).hasSize(2);
    assertThat(kinds(1)).filteredOn(kind -> kind == IdeaKind.IDEA).hasSize(9);
    assertThat(kinds(1)).filteredOn(kind -> kind == IdeaKind.REFERENCE).hasSize(1);
    assertThat(kinds(2)).filteredOn(kind -> kind == IdeaKind.REFERENCE).hasSize(7);
    assertThat(kinds(3)).containsOnly(IdeaKind.IDEA).hasSize(23);
    ParsedSession lambda = log.sessions().get(1);
    List<ParsedIdea> nested =
        lambda.ideas().stream().filter(idea -> idea.parentId() != null).toList();
    assertThat(nested)
        .extracting(ParsedIdea::text)
        .hasSize(2)
        .first()
        .isEqualTo("There is warmup time required to boot");
    UUID parent = nested.get(0).parentId();
    assertThat(lambda.ideas())
        .filteredOn(idea -> idea.id().equals(parent))
        .extracting(ParsedIdea::text)
        .containsExactly("No container support");
  }

  @Test
  void theWarningsNameTheLines() {
    assertThat(codes(log))
        .containsExactly("18 weekday-mismatch", "82 mojibake", "137 number-twice");
    assertThat(log.warnings().get(0).message())
        .isEqualTo("May 7, 2020 was a Thursday, not a Wednesday.");
    assertThat(log.warnings().get(1).message())
        .contains("\"applicationâ€™s\"")
        .contains("\"application’s\"");
  }

  @Test
  void noWordOfTheLogIsInTheLayout() {
    Set<String> markup =
        Set.of(
            "session",
            "date",
            "title",
            "participants",
            "summary",
            "note",
            "wednesday",
            "saturday",
            "monday",
            "tuesday");
    List<LayoutLine> lines = new ArrayList<>(log.frame().lines());
    log.sessions().forEach(session -> lines.addAll(session.layout().lines()));
    for (LayoutLine line : lines) {
      for (String literal : line.literals()) {
        for (String word : literal.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
          assertThat(word.isEmpty() || markup.contains(word))
              .as("%s: %s", line.kind(), literal)
              .isTrue();
        }
      }
    }
  }

  @Test
  void idsStayTheSameWhenAnIdeaIsInserted() {
    String edited =
        LogText.decode(bytes).replace("- Similar to Luigi\n", "- A new one\n- Similar to Luigi\n");
    ParsedLog later = parse(edited);
    assertThat(later.sessions())
        .extracting(ParsedSession::id)
        .isEqualTo(log.sessions().stream().map(ParsedSession::id).toList());
    List<UUID> old = log.sessions().get(0).ideas().stream().map(ParsedIdea::id).toList();
    assertThat(later.sessions().get(0).ideas())
        .extracting(ParsedIdea::id)
        .containsAll(old)
        .hasSize(old.size() + 1);
    assertThat(LogDiff.between(log.sessions().get(0).content(), later.sessions().get(0).content()))
        .containsExactly(
            "Idea \"A new one\" was added in topic \"Dask parallel data processing\".");
  }

  @Test
  void positionsCountTopicsAndIdeasTogether() {
    for (ParsedSession session : log.sessions()) {
      List<Integer> positions = new ArrayList<>();
      session.topics().forEach(topic -> positions.add(topic.position()));
      session.ideas().forEach(idea -> positions.add(idea.position()));
      assertThat(positions)
          .doesNotHaveDuplicates()
          .hasSize(session.topics().size() + session.ideas().size());
      assertThat(positions.stream().mapToInt(Integer::intValue).max())
          .hasValue(positions.size() - 1);
    }
  }

  private List<String> titles(int session) {
    List<ParsedTopic> topics = log.sessions().get(session).topics();
    List<String> titles = new ArrayList<>();
    for (ParsedTopic topic : topics) {
      String parent =
          topics.stream()
              .filter(t -> t.id().equals(topic.parentId()))
              .map(t -> t.title() + " > ")
              .findFirst()
              .orElse("");
      titles.add(parent + topic.title());
    }
    return titles;
  }

  private List<IdeaKind> kinds(int session) {
    return log.sessions().get(session).ideas().stream().map(ParsedIdea::kind).toList();
  }
}
