package microstorm.idea.early;

import io.vertx.ext.web.RoutingContext;
import microstorm.http.token.Requester;

/**
 * The client of a request that may be early.
 *
 * @param requester the party whose share of waiting requests it uses
 * @param http its request, which ends when the client closes the connection
 */
public record EarlyClient(Requester requester, RoutingContext http) {}
