package microstorm.local.command;

import java.util.concurrent.Callable;
import microstorm.local.RunningSystem;
import microstorm.local.process.Replica;
import microstorm.local.setup.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./microstorm status}: shows which processes are running and ready. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows which processes are running; the exit code is 1 if one is not ready.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private RunningSystem running;

  @Override
  public Integer call() {
    RunState state = running.state();
    System.out.printf("http://localhost:%d/%n", state.port());
    boolean fine = true;
    for (RunState.Child child : state.children()) {
      String health = health(child);
      fine &= health.equals("ready");
      System.out.printf(
          "  %-20s %-10s pid %d%s%n", child.name(), health, child.pid(), management(child));
    }
    return fine ? 0 : 1;
  }

  /** The address of metrics, dead letters and the details of the platform report. */
  private static String management(RunState.Child child) {
    return child.managementPort() == 0
        ? ""
        : ", management http://localhost:%d/q/".formatted(child.managementPort());
  }

  private static String health(RunState.Child child) {
    if (child.process().isEmpty()) {
      return "down";
    }
    boolean ready = child.managementPort() == 0 || Replica.isReady(child.managementPort());
    return ready ? "ready" : "not ready";
  }
}
