package microstorm.idea.hint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** The detection of praise and criticism in ideas. */
@ConfigMapping(prefix = "microstorm.hints")
public interface HintsConfig {

  /**
   * The languages in which praise and criticism are detected, such as {@code en,de}. Each has a
   * file {@code hints/<language>.txt} on the class path. A session has no language, so every text
   * is compared with all of them, in this order.
   */
  @WithDefault("en")
  List<
          @Pattern(regexp = "[A-Za-z0-9-]{1,35}", message = "must be a language code such as en")
          String>
      languages();
}
