package microstorm.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import microstorm.local.RunningSystem;
import microstorm.local.process.Replica;
import microstorm.local.process.ResidentMemory;
import microstorm.local.setup.DiskUsage;
import microstorm.local.setup.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code ./microstorm status}: shows the processes with their state, versions, ports and memory,
 * and the size of the data.
 */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the processes with their versions, ports and memory, and the size of the data.",
      "The exit code is 1 if a process is not ready."
    })
final class StatusCommand implements Callable<Integer> {
  private static final long MEBIBYTE = 1024 * 1024;

  @Mixin private RunningSystem running;

  @Override
  public Integer call() throws IOException {
    RunState state = running.state();
    System.out.println(state.localUrl() + "/");
    state.networkUrl().ifPresent(url -> System.out.println(url + "/ (for other devices)"));
    System.out.printf(
        "%n%-18s %-10s %-14s %8s %7s %9s  %s%n",
        "process", "state", "version", "pid", "port", "memory", "health, metrics, dead letters");
    boolean fine = true;
    long total = 0;
    for (RunState.Child child :
        Stream.concat(Stream.of(state.launcher()), state.children().stream()).toList()) {
      String health = health(child);
      fine &= health.equals("ready");
      OptionalLong memory = memory(child, state);
      total += memory.orElse(0);
      print(child, health, memory);
    }
    System.out.printf("%-60s %9s%n%n", "all", mebibytes(total));
    disk(running.data());
    return fine ? 0 : 1;
  }

  private static void print(RunState.Child child, String health, OptionalLong memory) {
    System.out.printf(
        "%-18s %-10s %-14s %8d %7s %9s  %s%n",
        child.name(),
        health,
        child.version() == null ? "-" : child.version(),
        child.pid(),
        child.port() == 0 ? "-" : child.port(),
        memory.isPresent() ? mebibytes(memory.getAsLong()) : "-",
        child.managementPort() == 0
            ? ""
            : "http://localhost:%d/q/".formatted(child.managementPort()));
  }

  /** The launcher's own memory, since the other processes are its descendants. */
  private static OptionalLong memory(RunState.Child child, RunState state) {
    return child
        .process()
        .map(
            process ->
                child.equals(state.launcher())
                    ? ResidentMemory.ofOne(process)
                    : ResidentMemory.of(process))
        .orElse(OptionalLong.empty());
  }

  private static String health(RunState.Child child) {
    if (child.process().isEmpty()) {
      return "down";
    }
    boolean ready = child.managementPort() == 0 || Replica.isReady(child.managementPort());
    return ready ? "ready" : "not ready";
  }

  private static void disk(Path data) throws IOException {
    System.out.println("Data in " + data);
    for (Map.Entry<String, Long> directory : DiskUsage.of(data).entrySet()) {
      System.out.printf("  %-18s %9s%n", directory.getKey(), mebibytes(directory.getValue()));
    }
    System.out.printf("  %-18s %9s%n", "free on this disk", mebibytes(DiskUsage.free(data)));
  }

  private static String mebibytes(long bytes) {
    return "%,d MiB".formatted((bytes + MEBIBYTE - 1) / MEBIBYTE);
  }
}
