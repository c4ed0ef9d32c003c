package microstorm.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import microstorm.local.RunningSystem;
import microstorm.local.backup.Endpoints;
import microstorm.local.process.RebuildProcess;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.RunState;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./microstorm rebuild}: rebuilds the reports from the events while the system runs. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the reports from the events again, compares them with those in the database, and"
          + " replaces what differs. Microstorm goes on running.",
      "Exit codes: 0 equal or replaced, 1 not possible, 3 different with --compare-only."
    })
final class RebuildCommand implements Callable<Integer> {
  private static final int DIFFERENT = 3;

  @Mixin private RunningSystem running;

  @ArgGroup private Choice choice = new Choice();

  /** At most one of them. */
  private static final class Choice {
    @Option(names = "--compare-only", description = "Only show what differs.")
    private boolean compareOnly;

    @Option(names = "--undo", description = "Bring back what the last rebuild replaced.")
    private boolean undo;

    private String mode() {
      return compareOnly ? "compare" : undo ? "undo" : "swap";
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = running.data();
    RunState state = running.state();
    Endpoints servers = Endpoints.of(data, state);
    Path log = data.resolve("logs").resolve("rebuild.log");
    int code =
        new RebuildProcess(Checkout.root(), log)
            .run(servers.databases(), servers.kafka(), choice.mode(), System.out::println);
    if (code != 0 && code != DIFFERENT) {
      System.out.println("Details may be in " + log + ".");
    }
    return code;
  }
}
