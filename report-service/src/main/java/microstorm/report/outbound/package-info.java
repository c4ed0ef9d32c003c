/**
 * The only place that opens connections to addresses that users choose. Such an address must not
 * reach what only this service can reach: itself, its neighbours, and the services of a cloud.
 */
package microstorm.report.outbound;
