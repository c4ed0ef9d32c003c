package microstorm.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import microstorm.client.Api;
import microstorm.local.LocalSystem;
import microstorm.local.Patience;
import microstorm.local.SharedSystem;
import microstorm.local.command.Main;
import microstorm.local.process.RebuildProcess;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.RunState;
import org.junit.jupiter.api.Test;

/** The reports are rebuilt from the events while two replicas of each service are in use. */
class RebuildIT {

  private final LocalSystem system = SharedSystem.get();
  private final Api api = new Api(system.baseUrl());
  private final String owner = system.ownerToken();

  @Test
  void aFalsifiedReportIsRepairedWhileAGroupWrites() throws Exception {
    String closed = closedSession();
    Map<String, Object> before = content(closed);
    try (BusySession session = new BusySession(api, owner)) {
      await().atMost(Patience.AT_MOST).until(() -> session.acknowledged().size() > 40);
      falsify(closed);
      assertThat(content(closed)).isNotEqualTo(before);

      Output compared = run("--compare-only");
      assertThat(compared.code()).isEqualTo(3);
      assertThat(compared.text())
          .containsPattern("  " + closed + ": report_idea \\(\\d+ rows, rebuilt \\d+\\)")
          .doesNotContain(session.id());

      killAfterItsFirstLine();
      assertThat(content(closed)).as("killed").isNotEqualTo(before);

      Output replaced = run();
      assertThat(replaced.text()).contains("Replaced them.");
      assertThat(replaced.code()).isZero();
      assertThat(content(closed)).isEqualTo(before);

      int during = session.acknowledged().size();
      await().atMost(Patience.AT_MOST).until(() -> session.acknowledged().size() > during + 10);
      session.stop();
      session.facilitator().inSession("/phase", Map.of("to", "closing")).expect(202);
      JsonNode report = complete(session.id());
      assertThat(texts(report)).doesNotHaveDuplicates();
      assertThat(new HashSet<>(texts(report))).containsAll(session.acknowledged());
    }
    Output equal = run("--compare-only");
    assertThat(equal.text()).contains("The rebuilt model equals the running one");
    assertThat(equal.code()).isZero();
  }

  private String closedSession() throws Exception {
    try (BusySession session = new BusySession(api, owner)) {
      await().atMost(Patience.AT_MOST).until(() -> session.acknowledged().size() > 20);
      session.stop();
      session.facilitator().inSession("/phase", Map.of("to", "closing")).expect(202);
      complete(session.id());
      return session.id();
    }
  }

  private JsonNode complete(String session) {
    return await()
        .atMost(Patience.AT_MOST)
        .until(
            () -> api.send("GET", "/api/reports/" + session, owner).expect(200),
            report -> report.path("complete").asBoolean());
  }

  private Map<String, Object> content(String session) {
    JsonNode report = api.send("GET", "/api/reports/" + session, owner).expect(200);
    return Map.of("texts", texts(report), "counts", report.path("counts").toString());
  }

  private static List<String> texts(JsonNode report) {
    return StreamSupport.stream(report.path("ideas").spliterator(), false)
        .map(idea -> idea.path("text").asText())
        .toList();
  }

  private Endpoints servers() {
    return Endpoints.of(system.data(), RunState.readRunning(system.data()).orElseThrow());
  }

  private void falsify(String session) throws SQLException {
    try (Connection reports = servers().connect(Microservice.REPORT);
        PreparedStatement update =
            reports.prepareStatement(
                "delete from report_idea where id in ("
                    + "select id from report_idea where session_id = ? order by id limit 3)")) {
      update.setObject(1, UUID.fromString(session));
      assertThat(update.executeUpdate()).isEqualTo(3);
    }
  }

  private void killAfterItsFirstLine() throws Exception {
    Path log = Files.createTempFile("rebuild", ".log");
    Process process =
        new RebuildProcess(Checkout.root(), log)
            .start(servers().databases().get(Microservice.REPORT), servers().kafka(), "swap");
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).contains("Rebuilding");
      process.destroyForcibly().waitFor();
    } finally {
      Files.delete(log);
    }
  }

  private record Output(int code, String text) {}

  private Output run(String... options) {
    String[] command = new String[options.length + 3];
    command[0] = "rebuild";
    command[1] = "--data";
    command[2] = system.data().toString();
    System.arraycopy(options, 0, command, 3, options.length);
    PrintStream terminal = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = Main.execute(command);
    } finally {
      System.setOut(terminal);
    }
    System.out.print(printed.toString(StandardCharsets.UTF_8));
    return new Output(code, printed.toString(StandardCharsets.UTF_8));
  }
}
