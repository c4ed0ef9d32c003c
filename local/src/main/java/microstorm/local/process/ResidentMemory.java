package microstorm.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The physical memory of a process and its descendants. On Linux, processes that share memory have
 * an equal part of it each, so that sums count it once. Elsewhere each process has all of it.
 */
public final class ResidentMemory {
  private static final String SHARE = "Pss:";

  private ResidentMemory() {}

  /** The bytes of one process; empty if the operating system does not report them. */
  public static OptionalLong ofOne(ProcessHandle process) {
    return known(bytes(process));
  }

  /** The bytes of a process and its descendants; empty if they are not reported. */
  public static OptionalLong of(ProcessHandle process) {
    long bytes =
        Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(ResidentMemory::bytes)
            .sum();
    return known(bytes);
  }

  private static OptionalLong known(long bytes) {
    return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  private static long bytes(ProcessHandle process) {
    Path proportional = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    try (Stream<String> lines = Files.lines(proportional)) {
      return lines
          .filter(line -> line.startsWith(SHARE))
          .mapToLong(line -> kibibytes(line.substring(SHARE.length())))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return resident(process); // no Linux, or a process of another account
    }
  }

  private static long resident(ProcessHandle process) {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      ps.getOutputStream().close();
      return kibibytes(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return 0;
    }
  }

  private static long kibibytes(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits) * 1024;
  }
}
