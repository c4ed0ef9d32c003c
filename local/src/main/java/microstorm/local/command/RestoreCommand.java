package microstorm.local.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import microstorm.local.RunningSystem;
import microstorm.local.backup.Restore;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./microstorm restore FILE}: restores a backup while the system does not run. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Verifies a backup and restores it. Microstorm must not be running.")
final class RestoreCommand implements Callable<Integer> {
  @Mixin private RunningSystem running;

  @Parameters(paramLabel = "<file>", description = "The backup.")
  private Path file;

  @Option(names = "--fresh", description = "Delete the data in the directory first.")
  private boolean fresh;

  @Override
  public Integer call() {
    Path data = running.data();
    new Restore(Checkout.root(), new Progress(System.out))
        .restore(file.toAbsolutePath().normalize(), data, fresh);
    System.out.printf(
        "The backup is restored in %s. Start Microstorm:%n  %s%n", data, LauncherCommand.of(data));
    return 0;
  }
}
