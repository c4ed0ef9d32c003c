package microstorm.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /**
   * Only the first compiler: a start takes half of the processor time, and what these two do for a
   * session is too little to earn the second compiler's work back.
   */
  private static final List<String> FIRST_COMPILER_ONLY = List.of("-XX:TieredStopAtLevel=1");

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

  /** Options of its JVM in addition to those of all services. */
  List<String> jvmOptions() {
    return this == IDEA ? List.of() : FIRST_COMPILER_ONLY;
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
