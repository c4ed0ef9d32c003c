package microstorm.local.backup;

/**
 * The version of the schema of a service's database.
 *
 * @param service the last migration of the service
 * @param messaging the last migration of outbox and inbox
 */
public record SchemaVersion(int service, int messaging) {

  /** Whether code that knows this version can read data of another version. */
  boolean reads(SchemaVersion data) {
    return data.service <= service && data.messaging <= messaging;
  }
}
