package microstorm.report.webhook.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The deliveries of a webhook. */
@Path("/api/webhooks/{webhookId}/deliveries")
@RolesAllowed(Caller.OWNER)
@Tag(name = "Webhooks")
public class DeliveryResource {

  private static final String ID = "The id of the delivery.";
  private static final int MAX_PAGE = 200;

  private final Deliveries deliveries;
  private final Caller caller;

  DeliveryResource(Deliveries deliveries, Caller caller) {
    this.deliveries = deliveries;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listDeliveries",
      summary = "List the deliveries of a webhook",
      description = "For owners. Lists the deliveries of the last days in pages, the newest first.")
  @APIResponse(responseCode = "200", description = "A page of the list.")
  @Raises({"not-found"})
  public DeliveryPage list(
      @RestPath @Parameter(description = WebhookView.ID) UUID webhookId,
      @RestQuery
          @Pattern(regexp = DeliveryState.PATTERN, message = "must be waiting, delivered or failed")
          @Parameter(
              description =
                  "Only deliveries in this state: `waiting`, `delivered` or `failed`. By default"
                      + " all.",
              example = "failed")
          String state,
      @RestQuery
          @Parameter(
              description =
                  "The `next` of the previous page. Without it, the list starts at its beginning.",
              example = "MDE5MGEwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx")
          String cursor,
      @RestQuery
          @DefaultValue("50")
          @Min(1)
          @Max(MAX_PAGE)
          @Parameter(description = "The largest number of deliveries in the page.", example = "20")
          int limit) {
    return deliveries.list(
        caller.teamId(),
        webhookId,
        state,
        cursor == null ? null : DeliveryCursor.decode(cursor),
        limit);
  }

  @GET
  @Path("{deliveryId}")
  @Operation(
      operationId = "getDelivery",
      summary = "Get a delivery with its attempts",
      description =
          "For owners. Of a response, only the status is stored: its body could be anything.")
  @APIResponse(responseCode = "200", description = "The delivery.")
  @Raises({"not-found"})
  public DeliveryDetails get(
      @RestPath @Parameter(description = WebhookView.ID) UUID webhookId,
      @RestPath @Parameter(description = ID) UUID deliveryId) {
    return deliveries.get(caller.teamId(), webhookId, deliveryId);
  }

  @POST
  @Path("{deliveryId}/replay")
  @Operation(
      operationId = "replayDelivery",
      summary = "Send the event of a delivery again",
      description =
          "For owners. The event has the same id as before. The next attempt is due at once, and"
              + " all further ones if it fails. An attempt that is running stays the next one.")
  @APIResponse(
      responseCode = "202",
      description = "The delivery waits for its next attempt.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeliveryDetails.class)))
  @Raises({"not-found", "webhook-inactive", "webhooks-off"})
  public RestResponse<DeliveryDetails> replay(
      @RestPath @Parameter(description = WebhookView.ID) UUID webhookId,
      @RestPath @Parameter(description = ID) UUID deliveryId) {
    return RestResponse.accepted(deliveries.replay(caller.teamId(), webhookId, deliveryId));
  }
}
