/**
 * The API as a well-behaved client calls it: the launcher, the demo, and the tests of the whole
 * system wherever it runs. It knows the API by its paths alone, and no class of a service.
 */
package microstorm.client;
