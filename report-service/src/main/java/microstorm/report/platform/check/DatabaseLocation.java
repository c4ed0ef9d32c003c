package microstorm.report.platform.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.report.platform.cluster.Cluster;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Checks whether this service's database is remote and whether the connection to it is encrypted.
 * The finding contains no secret.
 */
@ApplicationScoped
public class DatabaseLocation {

  private static final Logger LOG = Logger.getLogger(DatabaseLocation.class);
  private static final Pattern HOST = Pattern.compile("^jdbc:(?:\\w+:)*//(\\[[^]]+]|[^:/?,]*).*");
  private static final Pattern LOOPBACK = Pattern.compile("|localhost|127\\..*|\\[::1]");

  private final String url;
  private final Jdbi database;

  DatabaseLocation(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, Jdbi database) {
    this.url = url;
    this.database = database;
  }

  /** The finding without a cluster. */
  public Finding look() {
    return look(url, encryption(), List.of());
  }

  /** The finding in a cluster. */
  public Finding look(Cluster cluster) {
    return look(
        url,
        encryption(),
        cluster.endpoints().items().stream()
            .map(slice -> Cluster.label(slice, NetworkChecks.SERVICE))
            .toList());
  }

  /**
   * The finding for a database address.
   *
   * @param encryption the protocol of a connection as the server sees it; "" for none, empty if the
   *     server does not answer
   * @param ownServices the names of the release's own Services
   */
  public static Finding look(String url, Optional<String> encryption, List<String> ownServices) {
    FindingBuilder notes = new FindingBuilder();
    String host = host(url);
    String way =
        encryption
            .map(protocol -> protocol.isEmpty() ? "not encrypted" : protocol)
            .orElse("not known: the database does not answer");
    notes.fact("database", "host %s, connection %s".formatted(host, way));
    boolean embedded =
        LOOPBACK.matcher(host).matches() || ownServices.contains(host.replaceFirst("\\..*", ""));
    notes.missing(embedded, "The database is the embedded one, which is meant for trying out.");
    notes.missing(
        !embedded && encryption.isPresent() && encryption.get().isEmpty(),
        "The database is remote, and the connection to it is not encrypted.");
    if (encryption.isEmpty() && !embedded) {
      return new Finding(
          State.UNKNOWN, "The database is remote and does not answer.", notes.evidence());
    }
    return notes.finding(
        "The database is remote, and the connection to it is encrypted.",
        embedded ? State.NO : State.PARTLY);
  }

  static String host(String url) {
    Matcher parts = HOST.matcher(url);
    return parts.matches() && !parts.group(1).isEmpty() ? parts.group(1) : "localhost";
  }

  private Optional<String> encryption() {
    try {
      return Optional.of(
          database.withHandle(
              handle ->
                  handle
                      .createQuery(
                          """
                          select coalesce(version, '') from pg_stat_ssl
                          where pid = pg_backend_pid()
                          """)
                      .mapTo(String.class)
                      .one()));
    } catch (RuntimeException failure) {
      LOG.debugf("Cannot read whether the connection to the database is encrypted: %s", failure);
      return Optional.empty();
    }
  }
}
