package microstorm.local.setup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import microstorm.embedded.Directories;
import microstorm.embedded.Processes;

/**
 * The running processes, stored in a file for the other commands, and for the next launcher if this
 * one is killed.
 *
 * @param address the proxy's address
 * @param port the proxy's port
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunState(String address, int port, Child launcher, List<Child> children) {
  private static final String FILE = "run.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A process.
   *
   * @param startedMillis distinguishes it from a later process with the same id
   * @param version of the program; null if it was written by an earlier version
   * @param port 0 if it has none
   * @param managementPort 0 if it has none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Child(
      String name, String version, long pid, long startedMillis, int port, int managementPort) {
    public static Child of(
        String name, String version, ProcessHandle process, int port, int managementPort) {
      long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
      return new Child(name, version, process.pid(), started, port, managementPort);
    }

    /** The process, if it is still running. */
    public Optional<ProcessHandle> process() {
      return ProcessHandle.of(pid).filter(Processes::runs).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
      long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
      return Math.abs(started - startedMillis) < Duration.ofSeconds(2).toMillis();
    }
  }

  /** The address for programs on this machine, such as {@code http://localhost:8080}. */
  public URI localUrl() {
    return listenAddress().localUrl(port);
  }

  /** The address for other devices; empty if they cannot connect. */
  public Optional<URI> networkUrl() {
    return listenAddress().networkUrl(port);
  }

  private ListenAddress listenAddress() {
    return address == null ? ListenAddress.LOCAL : ListenAddress.parse(address);
  }

  public static Optional<RunState> read(Path data) {
    Path file = data.resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), RunState.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // written by another version: not usable
    }
  }

  /** The state of a running system; empty if none is running. */
  public static Optional<RunState> readRunning(Path data) {
    return read(data).filter(state -> state.launcher().process().isPresent());
  }

  public void write(Path data) {
    try {
      Directories.writePrivately(
          data.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void forget(Path data) {
    Directories.delete(data.resolve(FILE));
  }
}
