package microstorm.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The three services: their names, databases, and the paths that belong to them. */
enum Microservice {
  SESSION("session-service", "sessions", "session_service"),
  IDEA("idea-service", "ideas", "idea_service", "/api/boards"),
  REPORT(
      "report-service",
      "reports",
      "report_service",
      "/api/reports",
      "/api/logs",
      "/api/search",
      "/api/platform");

  private final String label;
  private final String database;
  private final String role;
  private final String[] paths;

  Microservice(String label, String database, String role, String... paths) {
    this.label = label;
    this.database = database;
    this.role = role;
    this.paths = paths;
  }

  /** The service that answers a path; the session-service takes all that nobody else owns. */
  static Microservice of(String path) {
    return Stream.of(values()).filter(service -> service.owns(path)).findFirst().orElse(SESSION);
  }

  String label() {
    return label;
  }

  String database() {
    return database;
  }

  String role() {
    return role;
  }

  /**
   * The program to run.
   *
   * @throws StartException if it is not built
   */
  Path jar(Path checkout) {
    Path jar = checkout.resolve(label).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new StartException("The " + label + " is not built (" + jar + " is missing).");
    }
    return jar;
  }

  private boolean owns(String path) {
    return Stream.of(paths).anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
  }
}
