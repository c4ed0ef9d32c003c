package microstorm.report.rebuild;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * The command {@code rebuild} of the image: the process rebuilds the model and ends, before it
 * serves requests or reads events as the running service does.
 */
@ApplicationScoped
class RebuildCommand {

  static final int FAILED = 1;
  static final int DIFFERENT = 3;

  /** After the migrations, and before the relay and the channels. */
  private static final int START = 15;

  private static final Logger LOG = Logger.getLogger(RebuildCommand.class);

  private final Rebuild rebuild;
  private final RebuildConfig config;

  RebuildCommand(Rebuild rebuild, RebuildConfig config) {
    this.rebuild = rebuild;
    this.config = config;
  }

  void start(@Observes @Priority(START) StartupEvent event) {
    if (config.mode().isPresent()) {
      int code = run(config.mode().get());
      Quarkus.asyncExit(code); // the exception alone would end the start, but not the process
      throw new PreventFurtherStepsException(code);
    }
  }

  private int run(RebuildMode mode) {
    try {
      boolean differ = rebuild.run(mode, System.out, step -> {});
      return differ && mode == RebuildMode.COMPARE ? DIFFERENT : 0;
    } catch (RebuildRefused refused) {
      System.out.println(refused.getMessage());
      return FAILED;
    } catch (RuntimeException failure) {
      LOG.error("The rebuild failed.", failure);
      System.out.println(
          "The rebuild failed. It has replaced either all that differs or nothing. Start it again.");
      return FAILED;
    }
  }
}
