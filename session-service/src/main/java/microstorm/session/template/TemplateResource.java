package microstorm.session.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.session.team.Team;
import microstorm.session.team.TeamService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/api/teams/{slug}/templates")
@RolesAllowed({Caller.OWNER, Caller.MEMBER})
@Tag(name = "Templates", description = "Templates from which a team plans its sessions.")
public class TemplateResource {

  private static final String SLUG = "The slug of the team.";
  private static final String A_SLUG = "micro-brainstorming";

  private final Caller caller;
  private final TeamService teams;
  private final Templates templates;

  TemplateResource(Caller caller, TeamService teams, Templates templates) {
    this.caller = caller;
    this.teams = teams;
    this.templates = templates;
  }

  @GET
  @Operation(
      operationId = "listTemplates",
      summary = "List the templates",
      description =
          "For owners and members. Lists the team's own templates in all languages, then those that"
              + " ship with Microstorm in one language.")
  @APIResponse(
      responseCode = "200",
      description = "The templates.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TemplateList.class)))
  @Raises({"not-found"})
  public TemplateList list(
      @Parameter(description = SLUG, example = A_SLUG) @RestPath String slug,
      @Parameter(
              description =
                  "The language of the templates that ship: `en` or `de`. By default the team's.",
              example = "de")
          @RestQuery
          @Pattern(regexp = TemplateText.LANGUAGES, message = TemplateText.WRONG_LANGUAGE)
          String language) {
    return new TemplateList(templates.list(team(slug), language));
  }

  @POST
  @Operation(
      operationId = "addTemplate",
      summary = "Add a template",
      description =
          "For owners and members. If an answer was lost, a repeated request gets 409"
              + " `template-name-in-use`; the list then has the template.")
  @APIResponse(
      responseCode = "201",
      description = "The new template.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TemplateView.class)))
  @Raises({"not-found", "too-many-templates", "template-name-in-use"})
  public RestResponse<TemplateView> add(
      @Parameter(description = SLUG, example = A_SLUG) @RestPath String slug,
      @NotNull @Valid DefineTemplate request) {
    return RestResponse.status(Status.CREATED, templates.add(team(slug), request));
  }

  @GET
  @Path("{templateId}")
  @Operation(
      operationId = "getTemplate",
      summary = "Get a template",
      description = "For owners and members.")
  @APIResponse(
      responseCode = "200",
      description = "The template.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TemplateView.class)))
  @Raises({"not-found"})
  public TemplateView get(
      @Parameter(description = SLUG, example = A_SLUG) @RestPath String slug,
      @Parameter(description = TemplateText.ID, example = TemplateText.AN_ID) @RestPath
          String templateId) {
    return templates.get(team(slug).id(), templateId);
  }

  @PUT
  @Path("{templateId}")
  @Operation(
      operationId = "replaceTemplate",
      summary = "Replace a template",
      description =
          "For owners and members. What the request does not name is absent afterwards. Sessions"
              + " that were planned from the template stay as they are.")
  @APIResponse(
      responseCode = "200",
      description = "The template after the change.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TemplateView.class)))
  @Raises({"not-found", "template-shipped", "template-name-in-use"})
  public TemplateView replace(
      @Parameter(description = SLUG, example = A_SLUG) @RestPath String slug,
      @Parameter(description = TemplateText.ID, example = TemplateText.AN_ID) @RestPath
          String templateId,
      @NotNull @Valid DefineTemplate request) {
    return templates.replace(team(slug), templateId, request);
  }

  @DELETE
  @Path("{templateId}")
  @RolesAllowed(Caller.OWNER)
  @Operation(
      operationId = "deleteTemplate",
      summary = "Delete a template",
      description =
          "For owners. Sessions that were planned from the template stay as they are. If it was the"
              + " team's default, the team has no default template any more.")
  @APIResponse(responseCode = "204", description = "The team has no such template.")
  @Raises({"not-found", "template-shipped"})
  public void delete(
      @Parameter(description = SLUG, example = A_SLUG) @RestPath String slug,
      @Parameter(description = TemplateText.ID, example = TemplateText.AN_ID) @RestPath
          String templateId) {
    templates.delete(team(slug).id(), templateId);
  }

  private Team team(String slug) {
    return teams.get(caller.teamId(), slug);
  }
}
