package microstorm.messaging.settings;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;
import io.smallrye.config.SysPropConfigSource;
import jakarta.annotation.Priority;
import java.io.Serial;

/**
 * Reads settings from outside the program literally: a dollar sign in a password stays a dollar
 * sign. Only the program's own defaults may contain expressions such as <code>${quarkus.uuid}
 * </code>.
 *
 * <p>The priority places it just outside the interceptor that expands expressions, so that it can
 * ask that one for the unexpanded value.
 */
@Priority(Priorities.LIBRARY + 310)
public class LiteralSettingsInterceptor implements ConfigSourceInterceptor {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * The ordinal of the program's own application.properties; files from outside have a higher one.
   */
  private static final int PACKAGED_ORDINAL = 250;

  @Override
  public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    ConfigValue value = Expressions.withoutExpansion(() -> context.proceed(name));
    if (value == null || value.getValue() == null || isLiteral(value)) {
      return value;
    }
    return context.proceed(name);
  }

  private static boolean isLiteral(ConfigValue value) {
    return value.getValue().indexOf('$') < 0 || isFromOutside(value);
  }

  private static boolean isFromOutside(ConfigValue value) {
    String source = value.getConfigSourceName();
    return source != null
        && (source.equals(EnvConfigSource.NAME)
            || source.equals(SysPropConfigSource.NAME)
            || source.startsWith("FileSystemConfigSource[")
            || source.startsWith("PropertiesConfigSource[source=file:")
                && value.getConfigSourceOrdinal() > PACKAGED_ORDINAL);
  }
}
