package microstorm.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import microstorm.client.Api;
import microstorm.embedded.Directories;
import microstorm.local.setup.DataDirectory;
import microstorm.local.setup.Progress;
import microstorm.local.setup.StartException;

/**
 * Creates the team of the first start and imports its sample log. Each step may be interrupted and
 * repeated: the key is written before the team is created with it, and importing a log again
 * changes nothing.
 */
public final class FirstTeam {
  /** The file of the owner key in the data directory. */
  public static final String OWNER_KEY = "owner.key";

  private static final String NAME = "Micro Brainstorming";

  /** The file with the team's name and slug in the data directory. */
  static final String TEAM = "team.json";

  private static final String IMPORTED = "sample-imported";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataDirectory data;
  private final Api api;
  private final Progress progress;

  FirstTeam(DataDirectory data, Api api, Progress progress) {
    this.data = data;
    this.api = api;
    this.progress = progress;
  }

  /** The slug of the team in a data directory, if it was created. */
  public static String slug(Path data) throws IOException {
    return JSON.readTree(data.resolve(TEAM).toFile()).path("slug").asText();
  }

  void create() {
    if (!Files.exists(data.resolve(TEAM))) {
      String slug = api.createTeam(NAME, data.secret(OWNER_KEY));
      Directories.writePrivately(
          data.resolve(TEAM), JSON.valueToTree(Map.of("slug", slug, "name", NAME)).toString());
    }
  }

  /** Imports the sample. Without a usable key the system starts, so that the key can be reset. */
  void importSample(Path sample) {
    if (Files.exists(data.resolve(IMPORTED))) {
      return;
    }
    String token;
    try {
      token = new Owner(api, data.root()).token();
    } catch (StartException unusableKey) {
      progress.say("  The sample log is not imported. " + unusableKey.getMessage());
      return;
    }
    try {
      URI status = api.importLog(sample, token);
      Files.writeString(data.resolve(IMPORTED), status + "\n");
      awaitImported(status, token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitImported(URI status, String token) {
    Instant deadline = Instant.now().plus(PATIENCE);
    String last = "";
    while (Instant.now().isBefore(deadline)) {
      JsonNode answer = api.get(status, token);
      String state = answer.path("state").asText();
      String line = "  " + answer.path("message").asText();
      if (!line.equals(last)) {
        progress.say(line);
        last = line;
      }
      if (!state.equals("running")) {
        return;
      }
      pause();
    }
    progress.say("  The sample log is still being imported; see " + status);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("Interrupted while importing the sample log.", e);
    }
  }
}
