package microstorm.idea.event;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.stream.Stream;
import microstorm.testing.TestServers;

/** The topics of a release with a prefix. */
public class PrefixedTopics implements QuarkusTestResourceLifecycleManager {

  public static final String PREFIX = "blue.";

  @Override
  public Map<String, String> start() {
    Stream.of(
            "session.events",
            "idea.events",
            "log.events",
            "idea-service.session.events.dlq",
            "idea-service.log.events.dlq")
        .forEach(topic -> TestServers.kafka().topic(PREFIX + topic));
    return Map.of("microstorm.messaging.topic-prefix", PREFIX);
  }

  @Override
  public void stop() {}
}
