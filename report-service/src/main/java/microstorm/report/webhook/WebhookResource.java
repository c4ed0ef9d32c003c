package microstorm.report.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The webhooks of a team. */
@Path("/api/webhooks")
@RolesAllowed(Caller.OWNER)
@Tag(
    name = "Webhooks",
    description =
        "Webhooks send events of the team to other programs: signed as Standard Webhooks specifies"
            + " it, as CloudEvents in JSON, and again until the program has accepted them.")
public class WebhookResource {

  private final Webhooks webhooks;
  private final WebhookTargets targets;
  private final Caller caller;
  private final Clock clock;

  WebhookResource(Webhooks webhooks, WebhookTargets targets, Caller caller, Clock clock) {
    this.webhooks = webhooks;
    this.targets = targets;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listWebhooks",
      summary = "List the team's webhooks",
      description = "For owners. The secrets are not listed.")
  @APIResponse(responseCode = "200", description = "The webhooks.")
  public WebhookList list() {
    return webhooks.list(caller.teamId());
  }

  @POST
  @Operation(
      operationId = "addWebhook",
      summary = "Add a webhook",
      description =
          "For owners. The webhook gets what happens from now on. The answer has the secret that"
              + " signs the events, which is not shown again. The host of the address must be on the"
              + " public internet, or in a network that the operator permits.")
  @APIResponse(
      responseCode = "201",
      description = "The new webhook with its secret.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WebhookSecret.class)))
  @Raises({"too-many-webhooks", "webhooks-off"})
  public RestResponse<WebhookSecret> add(@NotNull @Valid AddWebhook request) {
    webhooks.requireEnabled();
    targets.require(caller.teamId(), request.url());
    WebhookSecret added = webhooks.add(caller.teamId(), request);
    return ResponseBuilder.create(RestResponse.Status.CREATED, added)
        .header(HttpHeaders.LOCATION, "/api/webhooks/" + added.webhookId())
        .build();
  }

  @GET
  @Path("{webhookId}")
  @Operation(
      operationId = "getWebhook",
      summary = "Get a webhook",
      description = "For owners. The secret is not shown.")
  @APIResponse(responseCode = "200", description = "The webhook.")
  @Raises({"not-found"})
  public WebhookView get(@RestPath @Parameter(description = WebhookView.ID) UUID webhookId) {
    return WebhookView.of(webhooks.get(caller.teamId(), webhookId), clock.instant());
  }

  @PATCH
  @Path("{webhookId}")
  @Operation(
      operationId = "changeWebhook",
      summary = "Change a webhook",
      description =
          "For owners. With `active` `false`, deliveries that wait count as failed. With `active`"
              + " `true`, the webhook gets what happens from now on.")
  @APIResponse(responseCode = "200", description = "The webhook after the change.")
  @Raises({"not-found"})
  public WebhookView change(
      @RestPath @Parameter(description = WebhookView.ID) UUID webhookId,
      @NotNull @Valid ChangeWebhook request) {
    webhooks.get(caller.teamId(), webhookId);
    if (request.url() != null) {
      targets.require(caller.teamId(), request.url());
    }
    return webhooks.change(caller.teamId(), webhookId, request);
  }

  @DELETE
  @Path("{webhookId}")
  @Operation(
      operationId = "deleteWebhook",
      summary = "Delete a webhook",
      description = "For owners. Its deliveries are deleted, too.")
  @APIResponse(responseCode = "204", description = "The team has no such webhook.")
  @Raises("not-found")
  public void delete(@RestPath @Parameter(description = WebhookView.ID) UUID webhookId) {
    webhooks.delete(caller.teamId(), webhookId);
  }

  @POST
  @Path("{webhookId}/secret")
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Give a webhook a new secret",
      description =
          "For owners. For the next 24 hours each event has two signatures: one with the new secret"
              + " and one with the earlier one. Then only the new one signs.")
  @APIResponse(responseCode = "200", description = "The webhook with its new secret.")
  @Raises({"not-found"})
  public WebhookSecret rotate(@RestPath @Parameter(description = WebhookView.ID) UUID webhookId) {
    return webhooks.rotate(caller.teamId(), webhookId);
  }
}
