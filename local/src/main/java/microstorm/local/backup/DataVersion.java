package microstorm.local.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import microstorm.embedded.Directories;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.FileProblem;
import microstorm.local.setup.StartException;

/**
 * The version of the data in a data directory.
 *
 * @param product the version of Microstorm that used the data last
 * @param schemas the schema version of each service's database
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DataVersion(String product, Map<String, SchemaVersion> schemas) {
  private static final String FILE = "version.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Checks that this build can use the data, and records that it does.
   *
   * @throws StartException if a newer version has used the data
   */
  public static void claim(Path data, Path checkout) {
    claim(data, Checkout.version(), Migrations.versions(checkout));
  }

  static void claim(Path data, String product, Map<String, SchemaVersion> known) {
    Path file = data.resolve(FILE);
    try {
      if (Files.exists(file)) {
        JSON.readValue(file.toFile(), DataVersion.class).requireKnown(data, known);
      }
      Directories.writePrivately(file, JSON.writeValueAsString(new DataVersion(product, known)));
    } catch (IOException e) {
      throw new StartException(
          "Cannot read the version of the data: " + FileProblem.of(e) + ".", e);
    }
  }

  private void requireKnown(Path data, Map<String, SchemaVersion> known) {
    if (!SchemaVersion.canRead(known, schemas)) {
      throw new StartException(
          "The data in "
              + data
              + " was used by a newer version of Microstorm ("
              + product
              + "), so this version cannot read it. Start that version or a later one, or choose"
              + " another directory with --data.");
    }
  }
}
