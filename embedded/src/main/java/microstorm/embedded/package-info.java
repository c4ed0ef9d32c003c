/**
 * Runs Postgres and Kafka as child processes: their data survives restarts, they listen on the
 * loopback only, and they end when the parent dies in any way.
 */
package microstorm.embedded;
