package microstorm.local;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which running system a command is about. */
final class RunningSystem {
  @Option(
      names = "--data",
      paramLabel = "<directory>",
      description = "The running system's data directory (default: .microstorm in the checkout).")
  private Path data;

  Path data() {
    return data == null ? Checkout.root().resolve(".microstorm") : data;
  }

  /**
   * What runs.
   *
   * @throws StartException if nothing does
   */
  RunState state() {
    return RunState.readRunning(data())
        .orElseThrow(
            () -> new StartException("No Microstorm runs on " + data() + ": start ./microstorm."));
  }
}
