package microstorm.session.capacity;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings as an operator writes them. */
final class Configs {

  private Configs() {}

  static PreScalingConfig of(String... keysAndValues) {
    Map<String, String> settings = new HashMap<>();
    settings.put("microstorm.pre-scaling.release", "mine");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put("microstorm.pre-scaling." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(PreScalingConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(PreScalingConfig.class);
  }
}
