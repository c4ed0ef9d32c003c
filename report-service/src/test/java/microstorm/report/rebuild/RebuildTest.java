package microstorm.report.rebuild;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import microstorm.report.LiveSession;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.WholeDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The read model is rebuilt from the topics while the service runs, compared, and replaced. */
@Order(1)
@ReportServiceTest
class RebuildTest {

  private static final String SHARED = "microstorm.idea.shared.v1";

  @Inject Rebuild rebuild;
  @Inject Jdbi database;
  @Inject DataSource source;

  private final LiveSession live = new LiveSession();

  @AfterEach
  void noSchemaIsLeft() {
    database.useHandle(
        handle -> {
          handle.execute("drop schema if exists rebuild cascade");
          handle.execute("drop schema if exists previous cascade");
        });
  }

  /** A closed session with an idea, a group, dots, marks, an action, a break and a late removal. */
  private Map<String, Object> held() {
    live.quiet();
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "A plan"));
    live.outcome();
    live.publish("closing", LiveSession.sample("closing"));
    live.close(1);
    await().until(() -> live.report().getBoolean("complete"));
    return live.report().getMap("");
  }

  private String run(RebuildMode mode) {
    return run(mode, step -> {});
  }

  private String run(RebuildMode mode, Consumer<RebuildStep> after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rebuild.run(mode, new PrintStream(out, true, StandardCharsets.UTF_8), after);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The line that says what differs in a session; empty if it is equal. */
  private static String difference(String output, UUID session) {
    return output
        .lines()
        .filter(line -> line.startsWith("  " + session + ":"))
        .findFirst()
        .orElse("");
  }

  private void execute(String sql, Object... parameters) {
    database.useHandle(handle -> handle.execute(sql, parameters));
  }

  private long count(String sql, Object... parameters) {
    return database.withHandle(handle -> handle.select(sql, parameters).mapTo(Long.class).one());
  }

  /** Other tests have differing sessions, of which the output names only some. */
  private void repairOtherSessions() {
    run(RebuildMode.SWAP);
  }

  private void falsify() {
    execute("update report_idea set text = 'Falsified' where session_id = ?", live.session);
    execute("delete from report_group where session_id = ?", live.session);
    execute("update report_mark set mean = mean + 1 where session_id = ?", live.session);
    execute(
        "insert into report_participant (id, session_id, position, name) values (?, ?, 9, 'Nobody')",
        UUID.randomUUID(),
        live.session);
  }

  @Test
  void everyTableIsAProjectionOrStays() {
    List<String> all =
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select table_name from information_schema.tables
                        where table_schema = current_schema() and table_type = 'BASE TABLE'
                        """)
                    .mapTo(String.class)
                    .list());
    assertThat(all).contains("report_idea", "log_book", "inbox");
    assertThat(all)
        .as("a new table belongs into ProjectedTable: as a projection, or as one that stays")
        .allMatch(table -> ProjectedTable.isProjected(table) ^ ProjectedTable.stays(table));
    assertThat(all).filteredOn(ProjectedTable::isProjected).hasSameSizeAs(ProjectedTable.values());
    assertThat("report_new").matches(name -> !ProjectedTable.isProjected(name));
    assertThat("report_new").matches(name -> !ProjectedTable.stays(name));
  }

  @Test
  void aRebuildEqualsTheRunningModel() {
    held();
    live.publishIdea("taken-down", live.ideaEvent("taken-down").put("links", 0));
    await().until(() -> live.report().getString("ideas[0].removal") != null);
    LiveSession deleted = new LiveSession(live.team);
    deleted.quiet();
    String type = "microstorm.session.deleted.v1";
    OtherServices.publishSessionEvent(
        type,
        deleted.session,
        OtherServices.sessionEvent(type).put("teamId", live.team.toString()));
    await().until(() -> deleted.report() == null);
    repairOtherSessions();

    String output = run(RebuildMode.COMPARE);
    assertThat(output).contains("The rebuilt model equals the running one in all 13 tables.");
    assertThat(count("select count(*) from pg_namespace where nspname = 'rebuild'")).isZero();
  }

  @Test
  void aFalsifiedModelIsFoundAndRepaired() {
    Map<String, Object> before = held();
    repairOtherSessions();
    falsify();
    Map<String, Object> falsified = live.report().getMap("");
    assertThat(falsified).isNotEqualTo(before);

    String compared = run(RebuildMode.COMPARE);
    assertThat(difference(compared, live.session))
        .contains("report_idea (1 rows, rebuilt 1)", "report_group (0 rows, rebuilt 1)")
        .contains("report_mark", "report_participant (3 rows, rebuilt 2)")
        .doesNotContain("report_action", "Falsified");
    assertThat(live.report().getMap("")).as("not changed").isEqualTo(falsified);

    assertThat(run(RebuildMode.SWAP)).contains("Replaced them.");
    assertThat(live.report().getMap("")).isEqualTo(before);
    assertThat(run(RebuildMode.COMPARE)).contains("equals the running one");

    assertThat(run(RebuildMode.UNDO))
        .contains("earlier rows again: 1. Changed since, and left as they are: 0.");
    assertThat(live.report().getMap("")).isEqualTo(falsified);
    assertThatThrownBy(() -> run(RebuildMode.UNDO)).isInstanceOf(RebuildRefused.class);
  }

  @Test
  void whatHasChangedSinceIsNotBroughtBack() {
    live.quiet();
    repairOtherSessions();
    execute("update report set title = 'Falsified' where session_id = ?", live.session);
    run(RebuildMode.SWAP);
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    await().until(() -> live.report().getString("phase").equals("sharing"));
    assertThat(run(RebuildMode.UNDO))
        .contains("earlier rows again: 0. Changed since, and left as they are: 1.");
    assertThat(live.report().getString("phase")).isEqualTo("sharing");
    assertThat(live.report().getString("title")).isEqualTo("Title");
  }

  /** An event is applied once, whether it arrives before, during or after the comparison. */
  @ParameterizedTest
  @EnumSource(RebuildStep.class)
  void eventsThatArriveDuringARebuildAreAppliedOnce(RebuildStep step) {
    live.quiet();
    execute("update report set title = 'Falsified' where session_id = ?", live.session);
    UUID group = UUID.randomUUID();
    run(
        RebuildMode.SWAP,
        reached -> {
          if (reached == step) {
            for (int n = 1; n <= 3; n++) {
              live.publishIdea(
                  "shared", live.ideaEvent("shared").put("ideaId", UUID.randomUUID().toString()));
            }
            ObjectNode grouped = live.ideaEvent("grouped").put("groupId", group.toString());
            grouped.putArray("ideaIds");
            live.publishIdea("grouped", grouped);
            live.publish("sharing-started", LiveSession.sample("sharing-started"));
          }
        });
    await().until(() -> live.report().getList("outcome.groups").size() == 1);
    await().until(() -> live.report().getString("phase").equals("sharing"));
    assertThat(live.report().getInt("counts.ideas")).isEqualTo(3);
    assertThat(live.report().getString("title")).isEqualTo("Title");
    assertThat(live.report().getList("happenings.kind")).containsOnlyOnce("sharing-started");
    assertThat(difference(run(RebuildMode.COMPARE), live.session)).isEmpty();
  }

  /** A crash leaves the running model whole, and the next rebuild begins anew. */
  @ParameterizedTest
  @EnumSource(RebuildStep.class)
  void aRebuildThatCrashesChangesNothingOrEverything(RebuildStep step) {
    Map<String, Object> before = held();
    falsify();
    Map<String, Object> falsified = live.report().getMap("");
    AtomicReference<RebuildStep> last = new AtomicReference<>();
    assertThatThrownBy(
            () ->
                run(
                    RebuildMode.SWAP,
                    reached -> {
                      last.set(reached);
                      if (reached == step) {
                        throw new Crash();
                      }
                    }))
        .isInstanceOf(Crash.class);
    assertThat(last).hasValue(step);
    assertThat(live.report().getMap(""))
        .isEqualTo(step == RebuildStep.COMMITTED ? before : falsified);

    LiveSession other = new LiveSession(live.team);
    other.quiet(); // events are applied
    run(RebuildMode.SWAP);
    assertThat(live.report().getMap("")).isEqualTo(before);
  }

  private static final class Crash extends RuntimeException {}

  /** The connections of a pool come back to others. */
  @Test
  void noOtherTransactionUsesTheSchema() {
    live.quiet();
    run(
        RebuildMode.COMPARE,
        step -> {
          if (step == RebuildStep.FILLED) {
            for (Handle handle : Stream.generate(database::open).limit(6).toList()) {
              try (handle) {
                String path = handle.select("show search_path").mapTo(String.class).one();
                assertThat(path).doesNotContain("rebuild");
              }
            }
            assertThat(
                    count("select count(*) from rebuild.report where session_id = ?", live.session))
                .isEqualTo(1);
          }
        });
  }

  @Test
  void twoRebuildsAtOnceAreRefused() {
    AtomicReference<Throwable> second = new AtomicReference<>();
    run(
        RebuildMode.COMPARE,
        step -> {
          if (step == RebuildStep.CREATED) {
            try {
              run(RebuildMode.COMPARE);
            } catch (RebuildRefused refused) {
              second.set(refused);
            }
          }
        });
    assertThat(second.get()).hasMessageContaining("Another rebuild is running.");
    run(RebuildMode.COMPARE);
  }

  @Test
  void aSchemaOfSomebodyElseIsNotDropped() {
    execute("create schema rebuild");
    execute("create table rebuild.of_somebody (id uuid)");
    assertThatThrownBy(() -> run(RebuildMode.COMPARE))
        .isInstanceOf(RebuildRefused.class)
        .hasMessageContaining("that no rebuild has made");
    assertThat(count("select count(*) from rebuild.of_somebody")).isZero();
  }

  /** Its first events have expired. */
  @Test
  void aSessionThatTheTopicsDoNotHaveIsKept() {
    live.publish("participant-joined", LiveSession.sample("participant-joined"));
    LiveSession other = new LiveSession(live.team);
    other.quiet();
    execute(
        "insert into report (session_id, team_id, title, phase) values (?, ?, 'Old', 'closed')",
        live.session,
        live.team);
    execute(
        "insert into report_idea (id, session_id, position, kind, text) values (?, ?, 0, 'idea', '')",
        live.idea,
        live.session);
    String output = run(RebuildMode.SWAP);
    assertThat(output).contains("Kept, not rebuilt, because their first events have expired");
    assertThat(difference(output, live.session)).isEmpty();
    assertThat(live.report().getString("title")).isEqualTo("Old");
    assertThat(live.report().getInt("counts.ideas")).isEqualTo(1);
  }

  /** The topics have the beginning of the session, but not all of the rest. */
  @Test
  void aReportThatWasCompleteStaysComplete() {
    live.quiet();
    execute(
        "insert into report_idea (id, session_id, position, kind, text) values (?, ?, 0, 'idea', 'Old')",
        live.idea,
        live.session);
    live.outcome();
    live.close(1);
    await().until(() -> live.report().getBoolean("complete"));
    assertThat(difference(run(RebuildMode.SWAP), live.session)).isEmpty();
    assertThat(live.report().getBoolean("complete")).isTrue();
    assertThat(live.report().getString("ideas[0].text")).isEqualTo("Old");
  }

  @Test
  void aSessionWithAnEventThatCannotBeAppliedIsKept() {
    live.quiet();
    TestEvents.publish("idea.events", UUID.randomUUID(), SHARED, live.session, "no JSON");
    live.publishIdea("shared", live.ideaEvent("shared"));
    await().until(() -> live.report().getInt("counts.ideas") == 1);
    execute("update report set title = 'Falsified' where session_id = ?", live.session);
    assertThat(run(RebuildMode.SWAP))
        .contains("because an event cannot be applied: " + live.session);
    assertThat(live.report().getString("title")).isEqualTo("Falsified");
  }

  /** The rules by which a session is scored do not change after it has closed. */
  @Test
  void theRulesOfAClosedSessionStay() {
    held();
    execute("update report set rules_version = null where session_id = ?", live.session);
    run(RebuildMode.SWAP);
    assertThat(
            count(
                "select count(*) from report where session_id = ? and rules_version is null",
                live.session))
        .isEqualTo(1);
  }

  /** A deletion during a rebuild reaches everything that it deletes, and nothing comes back. */
  @ParameterizedTest
  @EnumSource(
      value = RebuildStep.class,
      names = {"CREATED", "FILLED", "PAUSED", "COMPARED"})
  void aDeletedSessionStaysDeleted(RebuildStep step) throws Exception {
    held();
    falsify();
    String type = "microstorm.session.deleted.v1";
    run(
        RebuildMode.SWAP,
        reached -> {
          if (reached == step) {
            OtherServices.publishSessionEvent(
                type,
                live.session,
                OtherServices.sessionEvent(type).put("teamId", live.team.toString()));
          }
        });
    await().until(() -> live.report() == null);
    await()
        .until(
            () ->
                WholeDatabase.tablesWith(source, live.session.toString())
                    .equals(List.of("deleted_key", "deleted_session")));
  }
}
