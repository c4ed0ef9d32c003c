/**
 * Completes the description of the API that Quarkus generates. Each filter has a priority of its
 * own, so that they always run in the same order and the description does not change from build to
 * build.
 */
package microstorm.http.openapi;
