package microstorm.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The golden samples of events, one per type, in the producer's {@code
 * src/test/resources/contracts}. The producer's test checks that it still writes them; the
 * consumers' tests read them by relative path.
 */
public final class Contracts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String UPDATE = "microstorm.contracts.update";

  private Contracts() {}

  /**
   * The sample of an event type.
   *
   * @param producer the producer's folder, e.g. {@code session-service}
   * @param type e.g. {@code microstorm.session.planned.v1}
   */
  public static String sample(String producer, String type) {
    try {
      return Files.readString(path(producer, type), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("There is no golden sample of " + type + ".", e);
    }
  }

  /**
   * The sample that a producer has committed. With {@code -Dmicrostorm.contracts.update=true}, the
   * given event replaces the sample: use it for an intended change of the contract.
   */
  public static String committed(String producer, String type, String written) {
    if (Boolean.getBoolean(UPDATE)) {
      try {
        Files.createDirectories(path(producer, type).getParent());
        Files.writeString(
            path(producer, type), tree(written).toPrettyString() + "\n", StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sample(producer, type);
  }

  /** The sample as a tree, for comparing without regard to white space. */
  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path relative to the folder of any module. */
  private static Path path(String producer, String type) {
    return Path.of("..", producer, "src/test/resources/contracts", type + ".json");
  }
}
