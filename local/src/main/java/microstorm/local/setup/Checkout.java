package microstorm.local.setup;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Finds the project's directories on this machine. */
public final class Checkout {
  private Checkout() {}

  /** The launcher's jar, or its classes in the Maven reactor, below local/target. */
  public static Path launcher() {
    try {
      return Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The project's root. */
  public static Path root() {
    return launcher().getParent().getParent().getParent();
  }

  /** The version of the product, from the launcher's jar. */
  public static String version() {
    String version = Checkout.class.getPackage().getImplementationVersion();
    return version == null ? "not packaged" : version;
  }

  /** The data directory unless the user chooses another one. */
  public static Path defaultData() {
    return root().resolve(".microstorm");
  }

  /**
   * The class archives of a build, one directory for each program; {@code mvn clean} deletes them.
   */
  public static Path classArchives(Path checkout) {
    return checkout.resolve("local/target/class-archives");
  }

  /** The list of the launcher's classes, which the start script lets its JVM write. */
  public static Path launcherClasses() {
    return root().resolve("local/target/launcher.classes");
  }

  public static Path sample(Path checkout) {
    return checkout.resolve("samples").resolve("micro-brainstorming.md");
  }
}
