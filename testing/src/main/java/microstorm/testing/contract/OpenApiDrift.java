package microstorm.testing.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a committed file that is generated from the code, to be compared with the generated one.
 */
public final class OpenApiDrift {

  private static final Path DESCRIPTION = Path.of("openapi.yaml");
  private static final String UPDATE = "microstorm.openapi.update";

  private OpenApiDrift() {}

  /**
   * The committed description of a service. With {@code -Dmicrostorm.openapi.update=true}, the
   * generated one replaces it: use it for an intended change of the API.
   *
   * @param generated the description that the running service returns
   */
  public static String committed(String generated) throws IOException {
    return committed(DESCRIPTION, UPDATE, generated);
  }

  /**
   * A committed file.
   *
   * @param file its path relative to the module
   * @param update the system property with which the generated text replaces it
   */
  public static String committed(Path file, String update, String generated) throws IOException {
    if (Boolean.getBoolean(update)) {
      Files.writeString(file, generated, StandardCharsets.UTF_8);
    }
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
  }
}
