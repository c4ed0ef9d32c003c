package microstorm.report.webhook.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.report.webhook.WebhookView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Tests of a webhook. */
@Path("/api/webhooks/{webhookId}/test")
@RolesAllowed(Caller.OWNER)
@Tag(name = "Webhooks")
public class WebhookTestResource {

  private final Deliveries deliveries;
  private final Caller caller;

  WebhookTestResource(Deliveries deliveries, Caller caller) {
    this.deliveries = deliveries;
    this.caller = caller;
  }

  @POST
  @Operation(
      operationId = "testWebhook",
      summary = "Send a test event to a webhook",
      description =
          "For owners. Sends an event of the type `microstorm.webhook.test`, once, also to an"
              + " inactive webhook. `getDelivery` says how it went. While a test waits, the answer"
              + " is this test.")
  @APIResponse(
      responseCode = "202",
      description = "The delivery of the event.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeliveryDetails.class)))
  @Raises({"not-found", "webhooks-off"})
  public RestResponse<DeliveryDetails> test(
      @RestPath @Parameter(description = WebhookView.ID) UUID webhookId) {
    return RestResponse.accepted(deliveries.test(caller.teamId(), webhookId));
  }
}
