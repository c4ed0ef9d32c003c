package microstorm.idea.hint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** What is noticed in people's words. */
@ConfigMapping(prefix = "microstorm.hints")
public interface HintsConfig {

  /**
   * The languages in which praise and criticism are noticed, such as {@code en,de}: each has a file
   * {@code hints/<language>.txt} on the class path. A session has no language: people write as they
   * like, and every text is compared with all of them, in this order.
   */
  @WithDefault("en")
  List<@Pattern(regexp = "[A-Za-z0-9-]{1,35}", message = "must be a language such as en") String>
      languages();
}
