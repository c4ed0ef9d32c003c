package microstorm.report.outbound;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to an address that a user chose.
 *
 * @param teamId the team that chose the address
 * @param method such as {@code GET}
 * @param headers without {@code Host}, {@code Content-Length} and those of the connection
 * @param body null for none
 * @param timeout the time for everything, from the look-up of the name to the end of the response
 * @param maxBody how many bytes of the response's body are read; the rest is cut off
 */
public record OutboundRequest(
    UUID teamId,
    String method,
    OutboundTarget target,
    Map<String, String> headers,
    @Nullable Buffer body,
    Duration timeout,
    int maxBody) {}
