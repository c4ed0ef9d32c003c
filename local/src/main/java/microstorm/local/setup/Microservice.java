package microstorm.local.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The three services, with their names, databases and paths. */
public enum Microservice {
  SESSION("session-service", "sessions", "session_service"),
  IDEA("idea-service", "ideas", "idea_service", "/api/boards", "/api/actions"),
  REPORT(
      "report-service",
      "reports",
      "report_service",
      "/api/reports",
      "/api/trends",
      "/api/logs",
      "/api/search",
      "/api/links",
      "/api/link-checks",
      "/api/platform",
      "/api/webhooks");

  /**
   * Only the first compiler: half of the processor time goes into the start, and these two services
   * do too little for a session to make up for the work of the second compiler.
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

  /** The service of a path; session-service gets all paths that no other service owns. */
  public static Microservice of(String path) {
    return Stream.of(values()).filter(service -> service.owns(path)).findFirst().orElse(SESSION);
  }

  public String label() {
    return label;
  }

  public String database() {
    return database;
  }

  public String role() {
    return role;
  }

  /** Options of its JVM in addition to those of all services. */
  public List<String> jvmOptions() {
    return this == IDEA ? List.of() : FIRST_COMPILER_ONLY;
  }

  /**
   * The service's jar.
   *
   * @throws StartException if the service is not built
   */
  public Path jar(Path checkout) {
    Path jar = checkout.resolve(label).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new StartException(
          "The " + label + " is not built: " + jar + " is missing. Build the project first.");
    }
    return jar;
  }

  private boolean owns(String path) {
    return Stream.of(paths).anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
  }
}
