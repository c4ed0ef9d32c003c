package microstorm.report.log.render;

import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.Logs;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.RenderedSession;
import microstorm.report.log.model.SessionContent;
import org.junit.jupiter.api.Test;

/** Renders sessions whose content no longer matches the layout. */
public class LogRendererTest {
  private static final String LOG =
      "**Date**: May 07, 2020\n**Title**: T\n**Participants**: a and b\n\n**X**:\n* one\n* two\n\n**Y**:\n- three\n";

  public static SessionContent withIdeas(ParsedSession session, List<ParsedIdea> ideas) {
    SessionContent c = session.content();
    return new SessionContent(
        c.number(),
        c.title(),
        c.date(),
        c.participants(),
        c.problem(),
        c.summary(),
        c.topics(),
        ideas);
  }

  private static SessionContent with(
      ParsedSession session,
      Integer number,
      LocalDate date,
      List<String> people,
      String problem,
      String summary) {
    return new SessionContent(
        number, session.title(), date, people, problem, summary, session.topics(), session.ideas());
  }

  private static String render(SessionContent content, ParsedSession session) {
    return LogRenderer.render(new RenderedSession(content, session.layout()));
  }

  private static ParsedIdea idea(
      UUID topic, UUID parent, int position, IdeaKind kind, String text) {
    return new ParsedIdea(UUID.randomUUID(), topic, parent, position, kind, text);
  }

  @Test
  void changedFieldsAreWrittenInTheDefaultFormat() {
    ParsedSession session = session(LOG);
    SessionContent changed =
        with(session, null, LocalDate.of(2021, 1, 2), List.of("a", "b", "c"), "why", "done");
    String text = render(changed, session);
    assertThat(text)
        .startsWith(
            "### Session\n**Date**: January 02, 2021 - Saturday\n**Title**: T\n**Participants**: a, b, & c\n")
        .contains("\n**Problem**: why\n\n**Summary**: done\n\n**X**:\n* one\n");
    assertThat(parse(text).sessions().get(0).content().participants())
        .containsExactly("a", "b", "c");
  }

  @Test
  void aNumberIsWrittenIntoItsPlace() {
    ParsedSession session = session(LOG);
    SessionContent changed = with(session, 12, session.date(), session.participants(), null, null);
    assertThat(render(changed, session)).isEqualTo("### Session : 12\n" + LOG);
  }

  @Test
  void aRemovedFieldLeavesNoLabel() {
    ParsedSession session = session(LOG);
    assertThat(render(with(session, 1, null, List.of(), null, null), session))
        .startsWith("### Session : 1\n**Title**: T\n\n**X**:");
  }

  @Test
  void aRemovedIdeaLeavesNoBullet() {
    ParsedSession session = session(LOG);
    String text = render(withIdeas(session, session.ideas().subList(1, 3)), session);
    assertThat(text).isEqualTo("### Session : 1\n" + LOG.replace("* one\n", ""));
  }

  @Test
  void aNewIdeaFollowsItsSiblingInItsStyle() {
    ParsedSession session = session(LOG);
    List<ParsedIdea> ideas = new ArrayList<>(session.ideas());
    ideas.add(idea(session.topics().get(0).id(), null, 99, IdeaKind.IDEA, "new\nsecond line"));
    ideas.add(
        idea(
            session.topics().get(1).id(),
            session.ideas().get(2).id(),
            100,
            IdeaKind.IDEA,
            "below"));
    assertThat(render(withIdeas(session, ideas), session))
        .isEqualTo(
            "### Session : 1\n"
                + LOG.replace("* two\n", "* two\n* new\n  second line\n")
                    .replace("- three\n", "- three\n  - below\n"));
  }

  @Test
  void aTopicWithoutAMarkDoesNotContinueANewIdeaAbove() {
    ParsedSession session = session("#### X\nwords:\n- one\n");
    List<ParsedIdea> ideas = new ArrayList<>(session.ideas());
    ideas.add(idea(session.topics().get(0).id(), null, 99, IdeaKind.IDEA, "new"));
    String text = render(withIdeas(session, ideas), session);
    assertThat(text).isEqualTo("### Session : 1\n#### X\n- new\n\nwords:\n- one\n");
    assertThat(parse(text).sessions().get(0).topics())
        .extracting(ParsedTopic::title)
        .containsExactly("X", "words");
  }

  @Test
  void aNewIdeaWithoutTopicComesBeforeTheTopics() {
    ParsedSession session = session(LOG);
    List<ParsedIdea> ideas = new ArrayList<>(session.ideas());
    ideas.add(idea(null, null, 99, IdeaKind.IDEA, "loose"));
    ideas.add(idea(UUID.randomUUID(), UUID.randomUUID(), 100, IdeaKind.IDEA, "orphan"));
    ParsedSession again = parse(render(withIdeas(session, ideas), session)).sessions().get(0);
    assertThat(again.ideas())
        .extracting(ParsedIdea::text)
        .containsExactly("loose", "orphan", "one", "two", "three");
    assertThat(again.ideas().get(1).topicId()).isNull();
    assertThat(again.participants()).containsExactly("a", "b");
  }

  @Test
  void anIdeaInAnotherTopicMovesThere() {
    ParsedSession session = session(LOG);
    ParsedIdea one = session.ideas().get(0);
    List<ParsedIdea> ideas = new ArrayList<>(session.ideas().subList(1, 3));
    ideas.add(
        new ParsedIdea(one.id(), session.topics().get(1).id(), null, 50, one.kind(), one.text()));
    assertThat(render(withIdeas(session, ideas), session))
        .isEqualTo(
            "### Session : 1\n"
                + LOG.replace("* one\n", "").replace("- three\n", "- three\n- one\n"));
  }

  @Test
  void anIdeaUnderAnotherParentIsIndented() {
    ParsedSession session = session(LOG);
    ParsedIdea two = session.ideas().get(1);
    List<ParsedIdea> ideas = new ArrayList<>(session.ideas());
    ideas.set(
        1,
        new ParsedIdea(
            two.id(),
            two.topicId(),
            session.ideas().get(0).id(),
            two.position(),
            two.kind(),
            two.text()));
    assertThat(render(withIdeas(session, ideas), session))
        .isEqualTo("### Session : 1\n" + LOG.replace("* two", "  - two"));
  }

  @Test
  void aChangedNumberOfLinesIsIndentedAgain() {
    ParsedSession session = session("- one\n  more\n- two\n");
    List<ParsedIdea> ideas = new ArrayList<>();
    for (ParsedIdea idea : session.ideas()) {
      ideas.add(new ParsedIdea(idea.id(), null, null, idea.position(), idea.kind(), "a\nb\nc"));
    }
    assertThat(render(withIdeas(session, ideas), session))
        .isEqualTo("### Session : 1\n- a\n  b\n  c\n- a\n  b\n  c\n");
  }

  @Test
  void newEntriesUseTheLineEndsOfTheLog() {
    ParsedSession session = parse("### Session : 1\r\n\r\n- one\r\n").sessions().get(0);
    List<ParsedIdea> ideas = new ArrayList<>(session.ideas());
    ideas.add(idea(null, null, 9, IdeaKind.QUOTE, "said"));
    ideas.add(idea(null, null, 10, IdeaKind.NOTE, "noted"));
    assertThat(render(withIdeas(session, ideas), session))
        .isEqualTo("### Session : 1\r\n\r\n- one\r\n\r\n> said\r\n\r\nnoted\r\n\r\n");
  }

  @Test
  void aSessionAfterALogWithoutFinalNewlineStartsOnItsOwnLine() {
    ParsedLog log = parse("### Session : 1\n- one");
    SessionContent second =
        new SessionContent(2, null, null, List.of(), null, null, List.of(), List.of());
    String text =
        LogRenderer.render(
            log.frame(),
            List.of(log.sessions().get(0).rendered(), new RenderedSession(second, null)));
    assertThat(text).isEqualTo("### Session : 1\n- one\n\n### Session : 2\n");
  }

  @Test
  void aSessionWithoutALayoutIsWrittenInTheDefaultFormat() {
    UUID x = UUID.randomUUID();
    UUID y = UUID.randomUUID();
    ParsedIdea parent = idea(x, null, 2, IdeaKind.IDEA, "idea");
    SessionContent content =
        new SessionContent(
            5,
            "T",
            LocalDate.of(2020, 5, 7),
            List.of("a", "b", "c"),
            "why",
            null,
            List.of(new ParsedTopic(y, x, 4, "Y"), new ParsedTopic(x, null, 1, "X")),
            List.of(
                idea(y, null, 5, IdeaKind.IDEA, "deep"),
                parent,
                idea(x, parent.id(), 3, IdeaKind.IDEA, "child"),
                idea(null, null, 6, IdeaKind.REFERENCE, "[a](http://b)")));
    String text = LogRenderer.render(new RenderedSession(content, null));
    assertThat(text)
        .isEqualTo(
            """
            ### Session : 5

            **Date**: May 07, 2020 - Thursday

            **Title**: T

            **Participants**: a, b, & c

            **Problem**: why

            **Summary**:
            **X**:
            - idea
              - child

            ***Y***:
            - deep

            Ref Links :

              * [a](http://b)
            """);
    assertThat(Logs.codes(parse(text))).isEmpty();
  }

  @Test
  void topicsOfAnyDepthUpToFiveKeepTheirPlaces() {
    List<ParsedTopic> topics = new ArrayList<>();
    UUID parent = null;
    for (int depth = 0; depth < 5; depth++) {
      UUID id = UUID.randomUUID();
      topics.add(new ParsedTopic(id, parent, depth, "T" + depth));
      parent = id;
    }
    topics.add(new ParsedTopic(UUID.randomUUID(), null, 9, "Top"));
    SessionContent content =
        new SessionContent(1, null, null, List.of(), null, null, topics, List.of());
    List<ParsedTopic> again =
        parse(LogRenderer.render(new RenderedSession(content, null))).sessions().get(0).topics();
    for (int i = 1; i < 5; i++) {
      assertThat(again.get(i).parentId()).isEqualTo(again.get(i - 1).id());
    }
    assertThat(again.get(5).parentId()).isNull();
  }

  @Test
  void aCycleOfParentsLosesNothing() {
    UUID a = UUID.randomUUID();
    UUID b = UUID.randomUUID();
    List<ParsedIdea> ideas =
        List.of(
            new ParsedIdea(a, null, b, 1, IdeaKind.IDEA, "A"),
            new ParsedIdea(b, null, a, 2, IdeaKind.IDEA, "B"));
    SessionContent content =
        new SessionContent(1, null, null, List.of(), null, null, List.of(), ideas);
    assertThat(LogRenderer.render(new RenderedSession(content, null))).contains("- A\n  - B\n");
  }
}
