package microstorm.local.backup;

import java.util.Map;

/**
 * The version of the schema of a service's database.
 *
 * @param service the last migration of the service
 * @param messaging the last migration of outbox and inbox
 */
public record SchemaVersion(int service, int messaging) {

  /**
   * Whether a build can read data.
   *
   * @param known the versions that the build knows, by the name of the service
   * @param data the versions of the data
   */
  static boolean canRead(Map<String, SchemaVersion> known, Map<String, SchemaVersion> data) {
    return data.entrySet().stream()
        .allMatch(
            schema -> {
              SchemaVersion here = known.get(schema.getKey());
              return here != null && here.reads(schema.getValue());
            });
  }

  private boolean reads(SchemaVersion data) {
    return data.service <= service && data.messaging <= messaging;
  }
}
