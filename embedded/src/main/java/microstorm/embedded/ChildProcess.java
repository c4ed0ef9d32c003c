package microstorm.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A child process that does not receive Ctrl-C from the terminal, so that its parent decides the
 * order in which processes stop. Its standard input is a pipe that ends with the parent; the
 * program must watch that pipe, see {@link Guard}.
 */
public final class ChildProcess {
  private static final String IGNORING_THE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a program and appends its output to a log file.
   *
   * @param environment variables in addition to this process's own
   */
  public static ChildProcess start(
      List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder = new ProcessBuilder(ignoringTheTerminal(command));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    try {
      return new ChildProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The command line of a JVM under {@link Guard}.
   *
   * @param classPath the class path of main; the location of the guard is added to it
   */
  public static List<String> guardedJvm(
      List<String> options, List<Path> classPath, String main, List<String> arguments) {
    List<String> paths = new ArrayList<>(List.of(CodeSource.of(Guard.class).toString()));
    classPath.forEach(path -> paths.add(path.toString()));
    return jvm(options, paths, main, arguments);
  }

  /** The same if the class path contains the guard already. */
  static List<String> jvm(
      List<String> options, List<String> classPath, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", String.join(System.getProperty("path.separator"), classPath)));
    command.addAll(List.of(Guard.class.getName(), main));
    command.addAll(arguments);
    return command;
  }

  public static List<String> ignoringTheTerminal(List<String> command) {
    List<String> wrapped = new ArrayList<>(List.of("sh", "-c", IGNORING_THE_TERMINAL, "sh"));
    wrapped.addAll(command);
    return wrapped;
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** A handle that stays valid after the process has ended. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Whether the process runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Asks the program to end, without waiting for it. */
  public void askToStop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
  }

  /** Asks the program to end, and kills it if it has not ended in time. */
  public void stop(Duration patience) {
    askToStop();
    if (!waitFor(patience)) {
      kill();
    }
  }

  /** Sends SIGKILL: no hook runs, nothing is flushed. Returns when the process has ended. */
  public void kill() {
    process.destroyForcibly();
    waitFor(Duration.ofSeconds(10));
  }

  /**
   * Sends a signal by its name, such as {@code STOP}.
   *
   * @throws EmbeddedServerException if it could not be sent
   */
  public void signal(String name) {
    Signals.send(process.pid(), name);
  }

  /** Whether the program has ended without an error. */
  boolean succeeded() {
    return !process.isAlive() && process.exitValue() == 0;
  }

  boolean waitFor(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
