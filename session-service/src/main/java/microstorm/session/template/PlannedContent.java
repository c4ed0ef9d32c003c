package microstorm.session.template;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import microstorm.session.core.PlannedBreak;
import microstorm.session.core.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a new plan takes over from templates; each list is empty when none of them has it.
 *
 * @param language the language of the template that comes last; null without a template
 * @param settings the settings, complete
 */
public record PlannedContent(
    @Nullable String language,
    Settings settings,
    List<String> topics,
    List<String> criteria,
    List<String> cards,
    List<PlannedBreak> breaks) {

  /** The content of templates, each over the one before it, over the standard settings. */
  public static PlannedContent of(List<DefineTemplate> layers) {
    Settings settings = Settings.STANDARD;
    for (DefineTemplate layer : layers) {
      settings = layer.settings() == null ? settings : layer.settings().applyTo(settings);
    }
    return new PlannedContent(
        layers.stream()
            .map(DefineTemplate::language)
            .filter(Objects::nonNull)
            .reduce((before, after) -> after)
            .orElse(null),
        settings,
        last(layers, DefineTemplate::topics),
        last(layers, DefineTemplate::criteria),
        last(layers, DefineTemplate::cards),
        last(layers, DefineTemplate::breaks));
  }

  private static <T> List<T> last(
      List<DefineTemplate> layers, Function<DefineTemplate, List<T>> list) {
    return layers.stream()
        .map(list)
        .filter(Objects::nonNull)
        .reduce((before, after) -> after)
        .orElse(List.of());
  }
}
