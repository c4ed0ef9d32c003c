package microstorm.session.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microstorm.database.StoredJsonMapper;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.session.problem.SessionProblem;
import microstorm.session.team.KnownTemplates;
import microstorm.session.team.Team;
import microstorm.session.team.TeamsConfig;

/** The templates of teams, and those that ship. */
@ApplicationScoped
public class Templates implements KnownTemplates {

  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final ShippedTemplates shipped;
  private final TeamsConfig config;
  private final ObjectMapper json;
  private final Clock clock;
  private final NewId newId;

  Templates(
      ShippedTemplates shipped, TeamsConfig config, ObjectMapper json, Clock clock, NewId newId) {
    this.shipped = shipped;
    this.config = config;
    this.json = StoredJsonMapper.of(json);
    this.clock = clock;
    this.newId = newId;
  }

  /** The team's own templates by name, then the shipped ones of a language. */
  @Transactional
  List<TemplateView> list(Team team, String language) {
    return Stream.concat(
            Template.ofTeam(team.id()).stream().map(this::view),
            shipped.in(language == null ? team.language() : language).stream())
        .toList();
  }

  /**
   * A template of the team, or a shipped one.
   *
   * @throws ProblemException 404
   */
  @Transactional
  TemplateView get(UUID teamId, String id) {
    return shipped
        .find(id)
        .map(content -> TemplateView.of(id, true, content))
        .or(() -> own(teamId, id).map(this::view))
        .orElseThrow(Templates::notFound);
  }

  /**
   * Adds a template to a team.
   *
   * @throws ProblemException 409 too-many-templates or template-name-in-use
   */
  @Transactional
  TemplateView add(Team team, DefineTemplate request) {
    Team.lock(team.id()); // before the templates are counted
    if (Template.count(team.id()) >= config.maxTemplates()) {
      throw SessionProblem.TOO_MANY_TEMPLATES.exception(
          "The team has %d templates, which is the maximum. Delete one first."
              .formatted(config.maxTemplates()));
    }
    Template template = new Template();
    template.id = newId.get();
    template.teamId = team.id();
    write(team, template, request);
    template.persist();
    return view(template);
  }

  /**
   * Replaces a template of a team.
   *
   * @throws ProblemException 404; 409 template-shipped or template-name-in-use
   */
  @Transactional
  TemplateView replace(Team team, String id, DefineTemplate request) {
    requireOwn(id);
    Team.lock(team.id());
    Template template = own(team.id(), id).orElseThrow(Templates::notFound);
    write(team, template, request);
    return view(template);
  }

  /**
   * Deletes a template of a team. Has no effect when it has none with this id.
   *
   * @throws ProblemException 409 template-shipped
   */
  @Transactional
  void delete(UUID teamId, String id) {
    requireOwn(id);
    own(teamId, id)
        .ifPresent(
            template -> {
              template.delete();
              Team.forgetDefaultTemplate(teamId, id);
            });
  }

  @Override
  public boolean exists(UUID teamId, String id) {
    return content(teamId, id).isPresent();
  }

  /**
   * The templates whose contents a new plan takes over, each over the one before it: the team's
   * default, then the one that the request names.
   *
   * @param id null for none
   * @throws ProblemException 404
   */
  public List<DefineTemplate> layers(UUID teamId, String id) {
    Optional<DefineTemplate> named =
        id == null
            ? Optional.empty()
            : Optional.of(content(teamId, id).orElseThrow(Templates::notFound));
    return Stream.concat(
            Team.defaultTemplate(teamId).flatMap(common -> content(teamId, common)).stream(),
            named.stream())
        .toList();
  }

  private void write(Team team, Template template, DefineTemplate request) {
    if (request.settings() != null) {
      request.settings().check();
    }
    DefineTemplate content = request.in(team.language());
    boolean taken =
        Template.ofTeam(team.id(), content.name())
            .filter(other -> !other.id.equals(template.id))
            .isPresent();
    if (taken) {
      throw SessionProblem.TEMPLATE_NAME_IN_USE.exception();
    }
    template.name = content.name();
    template.updatedAt = clock.instant();
    try {
      template.content = json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The template cannot be written as JSON.", e);
    }
  }

  private Optional<DefineTemplate> content(UUID teamId, String id) {
    return shipped.find(id).or(() -> own(teamId, id).map(this::read));
  }

  private static Optional<Template> own(UUID teamId, String id) {
    return UUID_FORM.matcher(id).matches()
        ? Template.ofTeam(teamId, UUID.fromString(id))
        : Optional.empty();
  }

  private void requireOwn(String id) {
    if (shipped.find(id).isPresent()) {
      throw SessionProblem.TEMPLATE_SHIPPED.exception();
    }
  }

  private TemplateView view(Template template) {
    return TemplateView.of(template.id.toString(), false, read(template));
  }

  private DefineTemplate read(Template template) {
    try {
      return json.readValue(template.content, DefineTemplate.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The template cannot be read: " + template.id, e);
    }
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("template");
  }
}
