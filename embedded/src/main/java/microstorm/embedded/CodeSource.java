package microstorm.embedded;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Finds the location that a class was loaded from. */
final class CodeSource {
  private CodeSource() {}

  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
