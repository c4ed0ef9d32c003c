package microstorm.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.StartException;
import org.flywaydb.core.Flyway;

/** The migrations in the jars of a built service. */
final class Migrations {
  private static final String SERVICE = "db/migration/";
  private static final String MESSAGING = "db/messaging/";
  private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

  private final Path serviceJar;
  private final Path messagingJar;

  private Migrations(Path serviceJar, Path messagingJar) {
    this.serviceJar = serviceJar;
    this.messagingJar = messagingJar;
  }

  /** The migrations of a service in a checkout. */
  static Migrations of(Path checkout, Microservice service) {
    Path application = service.jar(checkout).getParent();
    return new Migrations(
        only(application.resolve("app"), service.label() + "-"),
        only(application.resolve("lib/main"), "microstorm.messaging-"));
  }

  /** The schema versions that the built services know, by the name of the service. */
  static Map<String, SchemaVersion> versions(Path checkout) {
    Map<String, SchemaVersion> versions = new TreeMap<>();
    for (Microservice service : Microservice.values()) {
      versions.put(service.label(), of(checkout, service).version());
    }
    return versions;
  }

  SchemaVersion version() {
    try {
      return new SchemaVersion(last(serviceJar, SERVICE), last(messagingJar, MESSAGING));
    } catch (IOException e) {
      throw new StartException("Cannot read the build. Build Microstorm again.", e);
    }
  }

  /** Creates the tables of a version in an empty database. */
  void create(DataSource database, SchemaVersion version, Path scratch) throws IOException {
    Path service = extract(serviceJar, SERVICE, scratch.resolve("service"));
    Path messaging = extract(messagingJar, MESSAGING, scratch.resolve("messaging"));
    Flyway.configure()
        .dataSource(database)
        .locations("filesystem:" + service)
        .target(Integer.toString(version.service()))
        .load()
        .migrate();
    Flyway.configure()
        .dataSource(database)
        .table(DatabaseDump.MESSAGING_HISTORY)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .locations("filesystem:" + messaging)
        .target(Integer.toString(version.messaging()))
        .load()
        .migrate();
  }

  private static int last(Path jar, String folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return scripts(zip, folder)
          .map(entry -> VERSION.matcher(entry.getName().substring(folder.length())))
          .filter(Matcher::matches)
          .mapToInt(name -> Integer.parseInt(name.group(1)))
          .max()
          .orElse(0);
    }
  }

  private static Path extract(Path jar, String folder, Path target) throws IOException {
    Files.createDirectories(target);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : scripts(zip, folder).toList()) {
        try (InputStream script = zip.getInputStream(entry)) {
          Files.copy(script, target.resolve(entry.getName().substring(folder.length())));
        }
      }
    }
    return target;
  }

  private static Stream<? extends ZipEntry> scripts(ZipFile zip, String folder) {
    return zip.stream()
        .filter(entry -> entry.getName().startsWith(folder))
        .filter(entry -> VERSION.matcher(entry.getName().substring(folder.length())).matches());
  }

  private static Path only(Path directory, String prefix) {
    try (Stream<Path> jars = Files.list(directory)) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow(() -> new IOException("no " + prefix + " jar"));
    } catch (IOException e) {
      throw new StartException(
          "The build in " + directory + " is incomplete. Build Microstorm again.", e);
    }
  }
}
