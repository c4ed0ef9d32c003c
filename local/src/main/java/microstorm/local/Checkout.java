package microstorm.local;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Finds the project's directories on this machine. */
final class Checkout {
  private Checkout() {}

  /** The launcher's jar, or its classes in the Maven reactor, below local/target. */
  static Path launcher() {
    try {
      return Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The project's root. */
  static Path root() {
    return launcher().getParent().getParent().getParent();
  }

  static Path sample(Path checkout) {
    return checkout.resolve("samples").resolve("micro-brainstorming.md");
  }
}
