package microstorm.report.outbound;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * A response to an {@link OutboundRequest}. A redirect is a response, too: nobody follows it.
 *
 * @param headers their names are in upper or lower case
 * @param body at most the bytes that the request permits
 * @param complete whether the body was not cut off
 */
public record OutboundResponse(int status, MultiMap headers, Buffer body, boolean complete) {}
