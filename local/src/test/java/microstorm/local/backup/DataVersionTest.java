package microstorm.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import microstorm.local.setup.StartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataVersionTest {
  private static final Map<String, SchemaVersion> KNOWN =
      Map.of("idea-service", new SchemaVersion(12, 2));

  @TempDir private Path data;

  private static Map<String, SchemaVersion> ideas(int service, int messaging) {
    return Map.of("idea-service", new SchemaVersion(service, messaging));
  }

  @Test
  void anOlderVersionRefusesNewerData() throws IOException {
    DataVersion.claim(data, "0.2.0", ideas(13, 2));
    String written = Files.readString(data.resolve("version.json"));

    assertThatThrownBy(() -> DataVersion.claim(data, "0.1.0", KNOWN))
        .isInstanceOf(StartException.class)
        .hasMessage(
            "The data in %s was used by a newer version of Microstorm (0.2.0), so this version"
                + " cannot read it. Start that version or a later one, or choose another directory"
                + " with --data.",
            data);
    assertThat(data.resolve("version.json")).hasContent(written);
  }

  @Test
  void eachPartOfTheSchemaCounts() {
    DataVersion.claim(data, "0.2.0", ideas(12, 3));
    assertThatThrownBy(() -> DataVersion.claim(data, "0.1.0", KNOWN))
        .isInstanceOf(StartException.class);
  }

  @Test
  void aNewerVersionTakesOlderDataOver() {
    DataVersion.claim(data, "0.0.9", ideas(11, 2));
    DataVersion.claim(data, "0.1.0", KNOWN);
    assertThatThrownBy(() -> DataVersion.claim(data, "0.0.9", ideas(11, 2)))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("(0.1.0)");
  }
}
