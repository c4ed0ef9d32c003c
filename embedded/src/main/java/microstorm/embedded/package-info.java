/**
 * Postgres and Kafka as child processes: data that outlives them, ports on the loopback only, and
 * no process left behind when the parent dies, however it dies.
 */
package microstorm.embedded;
