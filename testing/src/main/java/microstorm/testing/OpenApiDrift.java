package microstorm.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a service's committed {@code openapi.yaml} is what its code says. */
public final class OpenApiDrift {

  private static final Path COMMITTED = Path.of("openapi.yaml");
  private static final String UPDATE = "microstorm.openapi.update";

  private OpenApiDrift() {}

  /**
   * The committed description. With {@code -Dmicrostorm.openapi.update=true} the generated one is
   * committed instead, for the change that means to change the API.
   *
   * @param generated what the running service answers
   */
  public static String committed(String generated) throws IOException {
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(COMMITTED, generated, StandardCharsets.UTF_8);
    }
    return Files.readString(COMMITTED, StandardCharsets.UTF_8);
  }
}
