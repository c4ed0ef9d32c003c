package microstorm.report.log.diff;

import static microstorm.report.log.Logs.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogDiffTest {
  private static List<String> between(String before, String after) {
    return LogDiff.between(session(before).content(), session(after).content());
  }

  @Test
  void theSameContentIsNoChange() {
    assertThat(between("**A**:\n- a\n", "- **Date**:\n\n**A**:\n\n* a")).isEmpty();
  }

  @Test
  void fieldsAreCompared() {
    assertThat(
            between(
                "Participants: a, b\nProblem: x\n",
                "Participants: b, c\nProblem: y\nSummary: done\n"))
        .containsExactly(
            "Participant \"c\" was added.",
            "Participant \"a\" was removed.",
            "The problem changed from \"x\" to \"y\".",
            "The summary is now \"done\".");
    assertThat(between("Participants: a, b\nProblem: x\n", "Participants: b, a\n"))
        .containsExactly(
            "The participants are listed in another order.", "The problem \"x\" was removed.");
  }

  @Test
  void topicsAndIdeasAreAddedRemovedAndMoved() {
    assertThat(
            between(
                "**A**:\n- a\n- b\n- c\n- d\n**B**:\n- e\n***C***:\n",
                "**New**:\n**A**:\n- c\n  - d\n- e\n**B**:\n- x\n"))
        .containsExactly(
            "Topic \"New\" was added.",
            "Topic \"C\" was removed from topic \"B\".",
            "Idea \"d\" was moved under \"c\".",
            "Idea \"e\" was moved to topic \"A\".",
            "Idea \"x\" was added in topic \"B\".",
            "Idea \"a\" was removed from topic \"A\".",
            "Idea \"b\" was removed from topic \"A\".");
  }

  @Test
  void changesBeyondTheLimitAreCounted() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      many.append("- ").append("long ".repeat(50)).append(i).append('\n');
    }
    List<String> sentences = between("", many.toString());
    assertThat(sentences).hasSize(51).last().isEqualTo("And 10 more.");
    assertThat(sentences).allSatisfy(sentence -> assertThat(sentence.length()).isLessThan(120));
  }
}
