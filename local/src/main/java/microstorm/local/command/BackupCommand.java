package microstorm.local.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import microstorm.local.RunningSystem;
import microstorm.local.backup.Backup;
import microstorm.local.backup.Endpoints;
import microstorm.local.process.OrphanReaper;
import microstorm.local.process.Servers;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.DataDirectory;
import microstorm.local.setup.LauncherCommand;
import microstorm.local.setup.Progress;
import microstorm.local.setup.RunState;
import microstorm.local.setup.StartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./microstorm backup FILE}: writes all data to a file, also while the system runs. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes all data to a file that only you can read, also while Microstorm runs.",
      "The file contains the team's key and all passwords. Keep it in a safe place."
    })
final class BackupCommand implements Callable<Integer> {
  @Mixin private RunningSystem running;

  @Parameters(paramLabel = "<file>", description = "The file to write, which must not exist.")
  private Path file;

  @Override
  public Integer call() {
    Path data = running.data();
    Path target = file.toAbsolutePath().normalize();
    Optional<RunState> state = RunState.readRunning(data);
    if (state.isPresent()) {
      write(Endpoints.of(data, state.get()), data, target);
    } else {
      writeStopped(data, target);
    }
    System.out.printf(
        "The backup is complete: %s%nTo restore it into a new directory:%n  %s%n",
        target, LauncherCommand.of("restore", target.toString(), "--data=" + data + "-restored"));
    return 0;
  }

  private static void write(Endpoints servers, Path data, Path target) {
    try (Backup backup = new Backup(servers)) {
      backup.write(data, target, Clock.systemUTC());
    }
  }

  /** Starts only Postgres and Kafka for the time of the backup. */
  private static void writeStopped(Path directory, Path target) {
    if (!DataDirectory.hasData(directory)) {
      throw new StartException("The directory " + directory + " has no data of Microstorm.");
    }
    try (DataDirectory data = DataDirectory.open(directory)) {
      Progress progress = new Progress(System.out);
      OrphanReaper.awaitGone(data.root(), progress);
      data.requireComplete();
      progress.say("Microstorm is not running. Starting its servers for the backup.");
      Servers servers = new Servers(data, Checkout.classArchives(Checkout.root()));
      try {
        servers.startPostgres();
        servers.startKafka();
        write(
            new Endpoints(servers.databases(), servers.kafka().bootstrapServers()),
            data.root(),
            target);
      } finally {
        servers.stop();
      }
    }
  }
}
