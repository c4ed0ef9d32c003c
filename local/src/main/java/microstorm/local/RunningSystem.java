package microstorm.local;

import java.nio.file.Path;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.RunState;
import microstorm.local.setup.StartException;
import picocli.CommandLine.Option;

/** The option that selects the running system of a command. */
public final class RunningSystem {
  @Option(
      names = "--data",
      paramLabel = "<directory>",
      description = "The running system's data directory (default: .microstorm in the checkout).")
  private Path data;

  public Path data() {
    return (data == null ? Checkout.defaultData() : data).toAbsolutePath().normalize();
  }

  /**
   * The state of the running system.
   *
   * @throws StartException if no system is running
   */
  public RunState state() {
    return RunState.readRunning(data())
        .orElseThrow(
            () ->
                new StartException(
                    "No Microstorm is running with the data directory "
                        + data()
                        + ". Start it with this command:\n  "
                        + LauncherCommand.of(data())));
  }
}
