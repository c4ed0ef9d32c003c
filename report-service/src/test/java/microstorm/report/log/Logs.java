package microstorm.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.parse.LogLimits;
import microstorm.report.log.parse.LogParser;
import microstorm.report.log.parse.LogRefused;
import microstorm.report.log.render.LogRenderer;

/** Parses and renders logs for tests. */
public final class Logs {
  public static final UUID TEAM = UUID.fromString("6f1c2a54-6d1f-4c0e-9c55-0d0a5c1f7b11");

  private Logs() {}

  public static ParsedLog parse(String text) {
    return LogParser.parse(TEAM, text, LogLimits.defaults());
  }

  public static ParsedSession session(String body) {
    ParsedLog log = parse("### Session : 1\n" + body);
    assertThat(render(log)).isEqualTo("### Session : 1\n" + body);
    return log.sessions().get(0);
  }

  public static boolean hasNoSession(String text) {
    try {
      parse(text);
      return false;
    } catch (LogRefused e) {
      assertThat(e.problem().id()).isEqualTo("no-session");
      return true;
    }
  }

  public static String render(ParsedLog log) {
    return LogRenderer.render(
        log.frame(), log.sessions().stream().map(ParsedSession::rendered).toList());
  }

  public static List<String> codes(ParsedLog log) {
    return log.warnings().stream().map(warning -> warning.line() + " " + warning.code()).toList();
  }

  public static List<String> entries(ParsedSession session) {
    return session.ideas().stream().map(idea -> idea.kind() + " " + idea.text()).toList();
  }
}
