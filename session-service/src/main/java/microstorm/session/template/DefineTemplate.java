package microstorm.session.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import microstorm.http.input.InputLists;
import microstorm.http.input.MultiLine;
import microstorm.http.input.SingleLine;
import microstorm.http.input.TextRules;
import microstorm.session.core.PlannedBreak;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The content of a template, as it is sent, shipped and stored. A list that is null leaves the
 * choice to the team's default template; an empty one is the choice of none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    description =
        "The content of a template. What is absent comes from the team's default template; an empty"
            + " list means none.")
public record DefineTemplate(
    @Schema(description = TemplateText.NAME, examples = TemplateText.A_NAME)
        @NotNull
        @Size(max = TemplateText.MAX_NAME)
        @SingleLine
        String name,
    @Schema(
            description = TemplateText.LANGUAGE + " By default the team's language.",
            enumeration = {"en", "de"},
            examples = "en")
        @Pattern(regexp = TemplateText.LANGUAGES, message = TemplateText.WRONG_LANGUAGE)
        String language,
    @Schema(description = TemplateText.DESCRIPTION, examples = TemplateText.A_DESCRIPTION)
        @Size(max = TemplateText.MAX_DESCRIPTION)
        @MultiLine
        String description,
    @Schema(description = TemplateText.TOPICS, examples = TemplateText.SOME_TOPICS)
        @Size(max = TemplateText.MAX_TOPICS, message = TemplateText.TOO_MANY)
        List<@NotNull @Size(max = TemplateText.MAX_TOPIC) @SingleLine String> topics,
    @Schema(description = TemplateText.CRITERIA, examples = TemplateText.SOME_CRITERIA)
        @Size(max = TemplateText.MAX_CRITERIA, message = TemplateText.TOO_MANY)
        List<@NotNull @Size(max = TemplateText.MAX_CRITERION) @SingleLine String> criteria,
    @Schema(description = TemplateText.CARDS, examples = TemplateText.SOME_CARDS)
        @Size(max = TemplateText.MAX_CARDS, message = TemplateText.TOO_MANY)
        List<@NotNull @Size(max = TemplateText.MAX_CARD) @SingleLine String> cards,
    @Schema(description = TemplateText.BREAKS)
        @Size(max = TemplateText.MAX_BREAKS, message = TemplateText.TOO_MANY)
        List<@NotNull @Valid PlannedBreak> breaks,
    @Schema(description = "The settings that the template determines.") @Valid
        TemplateSettings settings) {

  public DefineTemplate {
    description = TextRules.trimmed(description);
    topics = InputLists.truncate(topics, TemplateText.MAX_TOPICS);
    criteria = InputLists.truncate(criteria, TemplateText.MAX_CRITERIA);
    cards = InputLists.truncate(cards, TemplateText.MAX_CARDS);
    breaks = InputLists.truncate(breaks, TemplateText.MAX_BREAKS);
  }

  /** The same content with a language, and with no white space around its texts. */
  DefineTemplate in(String teamsLanguage) {
    return new DefineTemplate(
        name.strip(),
        language == null ? teamsLanguage : language,
        description == null || description.isBlank() ? null : description.strip(),
        stripped(topics),
        stripped(criteria),
        stripped(cards),
        breaks,
        settings);
  }

  private static List<String> stripped(List<String> texts) {
    return texts == null ? null : texts.stream().map(String::strip).toList();
  }
}
