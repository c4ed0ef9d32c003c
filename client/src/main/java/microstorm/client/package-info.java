/**
 * Calls the API for the launcher, the demo and the tests of the whole system. It depends on the
 * paths of the API and on no class of a service.
 */
package microstorm.client;
