package microstorm.session.template;

import java.util.List;
import microstorm.session.core.PlannedBreak;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template of a team, or one that ships with Microstorm. */
@Schema(description = "A template of a team, or one that ships with Microstorm.")
public record TemplateView(
    @Schema(description = TemplateText.ID, examples = TemplateText.AN_ID) String templateId,
    @Schema(
            description =
                "Whether the template ships with Microstorm; such a template cannot be changed.")
        boolean shipped,
    @Schema(description = TemplateText.NAME, examples = TemplateText.A_NAME) String name,
    @Schema(
            description = TemplateText.LANGUAGE,
            enumeration = {"en", "de"},
            examples = "en")
        String language,
    @Schema(description = TemplateText.DESCRIPTION, examples = TemplateText.A_DESCRIPTION)
        @Nullable String description,
    @Schema(description = TemplateText.TOPICS, examples = TemplateText.SOME_TOPICS)
        @Nullable List<String> topics,
    @Schema(description = TemplateText.CRITERIA, examples = TemplateText.SOME_CRITERIA)
        @Nullable List<String> criteria,
    @Schema(description = TemplateText.CARDS, examples = TemplateText.SOME_CARDS)
        @Nullable List<String> cards,
    @Schema(description = TemplateText.BREAKS) @Nullable List<PlannedBreak> breaks,
    @Schema(description = "The settings that the template determines.")
        @Nullable TemplateSettings settings) {

  static TemplateView of(String id, boolean shipped, DefineTemplate content) {
    return new TemplateView(
        id,
        shipped,
        content.name(),
        content.language(),
        content.description(),
        content.topics(),
        content.criteria(),
        content.cards(),
        content.breaks(),
        content.settings());
  }
}
