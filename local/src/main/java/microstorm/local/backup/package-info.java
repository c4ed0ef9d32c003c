/**
 * Backups of the local system: a file with the rows of all databases, the events of all topics and
 * the secrets, which fit together although the system runs while it is written.
 */
package microstorm.local.backup;
