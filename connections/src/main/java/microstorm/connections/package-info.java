/**
 * What every HTTP server of the product does for its connections: the services and the launcher.
 */
package microstorm.connections;
