/** Limits the connections of every HTTP server of the product: the services and the launcher. */
package microstorm.connections;
