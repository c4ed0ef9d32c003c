package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import microstorm.client.Api;
import microstorm.local.demo.Demo;
import microstorm.local.demo.Pace;
import org.junit.jupiter.api.Test;

/** The demo holds a whole session, however fast its people are. */
class DemoIT {

  @Test
  void aWholeSessionIsToldToItsCompleteReport() throws InterruptedException {
    Api api = new Api(SharedSystem.get().baseUrl());
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    String owner = api.token(api.createTeam("Team " + UUID.randomUUID(), key), key);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    String session = new Demo(api, new Pace(100), 7, out).run(owner);

    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("nobody sees what the others write", " dots  ", "The report is complete");
    assertThat(
            api.send("GET", "/api/reports/" + session, owner).json().path("complete").asBoolean())
        .isTrue();
  }
}
