package microstorm.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a service's committed {@code openapi.yaml}, to be compared with the generated one. */
public final class OpenApiDrift {

  private static final Path COMMITTED = Path.of("openapi.yaml");
  private static final String UPDATE = "microstorm.openapi.update";

  private OpenApiDrift() {}

  /**
   * The committed description. With {@code -Dmicrostorm.openapi.update=true}, the generated one
   * replaces it: use it for an intended change of the API.
   *
   * @param generated the description that the running service returns
   */
  public static String committed(String generated) throws IOException {
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(COMMITTED, generated, StandardCharsets.UTF_8);
    }
    return Files.readString(COMMITTED, StandardCharsets.UTF_8);
  }
}
