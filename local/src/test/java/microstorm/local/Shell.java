package microstorm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A shell into which people paste commands, without personal settings. */
enum Shell {
  BASH("bash", "--norc"),
  DASH("dash"),
  ZSH("zsh", "-f");

  private static final String INPUT = "input";
  private static final String OUTPUT = "output";

  private final List<String> command;

  Shell(String... command) {
    this.command = List.of(command);
  }

  /** The shells of this machine. */
  static List<Shell> installed() {
    return Stream.of(values()).filter(Shell::isInstalled).toList();
  }

  private boolean isInstalled() {
    try {
      return new ProcessBuilder(with("-c", ":")).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads commands without running them.
   *
   * @return the errors that the shell reports; empty if the syntax is valid
   */
  String check(Path directory, String commands) throws IOException, InterruptedException {
    Files.writeString(directory.resolve(INPUT), commands);
    return output(directory, with("-n", INPUT));
  }

  /** Runs commands as a script in a directory, and returns the output. */
  String runScript(Path directory, String commands) throws IOException, InterruptedException {
    Files.writeString(directory.resolve(INPUT), commands);
    return output(directory, with(INPUT));
  }

  /**
   * Runs commands line by line in a directory, as an interactive shell runs pasted lines: zsh then
   * reads {@code #} as a word and not as the start of a comment. Without job control, because the
   * shell would take the terminal from the tests (bash takes it nevertheless, until it ends).
   *
   * @return the output with prompts; bash prints the commands too
   */
  String runPasted(Path directory, String commands) throws IOException, InterruptedException {
    Files.writeString(directory.resolve(INPUT), commands);
    return output(directory, with("-i", "+m"));
  }

  private List<String> with(String... options) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(options));
    return all;
  }

  private static String output(Path directory, List<String> command)
      throws IOException, InterruptedException {
    Path output = directory.resolve(OUTPUT);
    ProcessBuilder shell =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(directory.resolve(INPUT).toFile())
            .redirectOutput(output.toFile());
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = shell.start();
    if (!process.waitFor(Patience.AT_MOST.toSeconds(), TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      throw new AssertionError(command + " did not end:\n" + Files.readString(output));
    }
    return Files.readString(output);
  }
}
