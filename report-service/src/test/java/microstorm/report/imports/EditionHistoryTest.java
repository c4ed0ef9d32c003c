package microstorm.report.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.Test;

/** Random histories of a log: each edition corrects some sessions, adds some and moves some. */
@ReportServiceTest
class EditionHistoryTest {

  private static final int HISTORIES = 6;
  private static final int EDITIONS = 4;

  @Inject DataSource database;

  /** A session of the log; its text identifies it. */
  private static final class Written {
    int number;
    String title;
    LocalDate date;
    String text;

    String log() {
      return "### Session : %d%n%n**Date**: %s%n%n**Title**: %s%n%n%s%n"
          .formatted(number, date, title, text)
          .replace(System.lineSeparator(), "\n");
    }
  }

  private static Written session(Random random, int n) {
    Written session = new Written();
    session.number = n;
    session.title = "Title " + n;
    session.date = LocalDate.of(2020, 1, 1).plusDays(7L * n);
    StringBuilder text = new StringBuilder("#### Topic of " + n + "\n");
    for (int i = 0; i < 4 + random.nextInt(3); i++) {
      text.append(i % 3 == 2 ? "  - " : "- ")
          .append("entry ")
          .append(i)
          .append(" of the session ")
          .append(n)
          .append(" with the number ")
          .append(random.nextInt(1_000_000))
          .append('\n');
    }
    session.text = text.toString();
    return session;
  }

  /** One or two of number, title and date of a session are corrected, and sometimes its text. */
  private static void correct(Random random, Written session, int edition) {
    int which = random.nextInt(6);
    if (which == 0 || which == 3) {
      session.number += 100;
    }
    if (which == 1 || which == 3 || which == 4) {
      session.title = session.title + " corrected in " + edition;
    }
    if (which == 2 || which == 4) {
      session.date = session.date.plusYears(1);
    }
    if (which == 5) {
      session.text = session.text + "- added in " + edition + "\n";
    }
  }

  private static String log(int edition, List<Written> sessions) {
    StringBuilder log = new StringBuilder("# Log, edition " + edition / 2 + "\n\n");
    sessions.forEach(one -> log.append(one.log()));
    return log.toString();
  }

  @Test
  void theExportIsTheLastEditionAndEachUndoRestoresTheOneBefore() {
    long start = new Random().nextLong();
    for (long seed = start; seed < start + HISTORIES; seed++) {
      history(seed);
    }
  }

  private void history(long seed) {
    Random random = new Random(seed);
    EditionTeam team = new EditionTeam(database);
    List<Written> sessions = new ArrayList<>();
    for (int n = 1; n <= 3; n++) {
      sessions.add(session(random, n));
    }
    Deque<JsonPath> imports = new ArrayDeque<>();
    Deque<String> exports = new ArrayDeque<>();
    Deque<Integer> counts = new ArrayDeque<>();
    for (int edition = 1; edition <= EDITIONS; edition++) {
      String log = log(edition, sessions);
      JsonPath check = team.check(log);
      JsonPath status = team.bring(log);
      assertThat(check.getList("found")).as("seed %d", seed).isEqualTo(status.getList("found"));
      assertThat(team.export()).as("seed %d, edition %d", seed, edition).isEqualTo(log);
      assertThat(team.revisions())
          .as("seed %d, edition %d%n%s", seed, edition, log)
          .hasSize(sessions.size());
      if (status.getString("undoableUntil") != null) {
        imports.push(status);
        exports.push(log);
        counts.push(sessions.size());
      }
      for (Written one : sessions) {
        if (random.nextBoolean()) {
          correct(random, one, edition);
        }
      }
      if (random.nextBoolean()) {
        sessions.add(random.nextInt(sessions.size()), session(random, 10 + edition));
      }
      if (random.nextInt(3) == 0) {
        Collections.shuffle(sessions, random);
      }
    }
    while (imports.size() > 1) {
      team.undo(imports.pop()).statusCode(200);
      exports.pop();
      counts.pop();
      team.settle();
      assertThat(team.export()).as("seed %d, after an undo", seed).isEqualTo(exports.peek());
      assertThat(team.revisions()).as("seed %d", seed).hasSize(counts.peek());
    }
  }
}
