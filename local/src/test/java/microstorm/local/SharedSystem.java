package microstorm.local;

import java.nio.file.Path;
import java.util.UUID;
import microstorm.client.Api;
import microstorm.client.LiveStream;
import microstorm.embedded.Directories;
import microstorm.local.contract.DescribedResponses;
import microstorm.local.setup.LocalOptions;

/**
 * The whole product with two replicas of each service, started once for all system tests of a JVM.
 * Each test uses a team of its own.
 */
public final class SharedSystem {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static LocalSystem system;
  private static DescribedResponses responses;

  private SharedSystem() {}

  public static synchronized LocalSystem get() {
    if (system == null) {
      Path data = Path.of("target", "system-" + UUID.randomUUID()).toAbsolutePath();
      LocalSystem started = LocalSystem.start(LocalOptions.of(CHECKOUT, data).withReplicas(2));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    started.close();
                    Directories.delete(data);
                  }));
      started.archiveClasses(); // the systems that later tests start need less of the processor
      system = started;
    }
    return system;
  }

  /** The API of the system. A response that its description does not contain fails the test. */
  public static Api api() {
    return new Api(get().baseUrl()).observedBy(responses()::check);
  }

  /** Fails if the description of the live stream does not contain this event. */
  public static void check(LiveStream.Event event) {
    responses().check(event);
  }

  private static synchronized DescribedResponses responses() {
    if (responses == null) {
      responses = DescribedResponses.of(get().baseUrl());
    }
    return responses;
  }

  static Path sample() {
    return CHECKOUT.resolve("samples/micro-brainstorming.md");
  }
}
