package microstorm.report.webhook.delivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attempt to deliver an event. */
@Schema(description = "An attempt to deliver an event. It has either a status or a failure.")
public record DeliveryAttempt(
    @Schema(description = "The number of the attempt.", minimum = "1", examples = "1") int number,
    @Schema(description = "The time when the attempt started.") Instant startedAt,
    @Schema(description = "How long it took, in milliseconds.", minimum = "0", examples = "120")
        int milliseconds,
    @Schema(description = "The status of the response.", examples = "204") @Nullable Integer status,
    @Schema(
            description =
                "Why there was no response. `address-refused` and `port-refused`: the service does"
                    + " not connect to such addresses. `name-unknown`: the host has no address."
                    + " `connection`: the host did not accept the connection, or closed it."
                    + " `tls`: the certificate is not valid for the host. `timeout`: there was no"
                    + " response in time. `too-large`, `bad-response`: it was not HTTP, or had a"
                    + " very large head.",
            enumeration = {
              "address-refused",
              "port-refused",
              "name-unknown",
              "connection",
              "tls",
              "timeout",
              "too-large",
              "bad-response"
            })
        @Nullable String failure) {}
