package microstorm.local.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Command lines of the launcher for messages. They can be pasted into any POSIX shell, in any
 * directory: paths are absolute, and quoted if necessary.
 */
public final class LauncherCommand {
  private LauncherCommand() {}

  /** The line that runs {@code ./microstorm} with arguments, such as a command and options. */
  public static String of(String... arguments) {
    return line(Checkout.root().resolve("microstorm").toString(), arguments);
  }

  /** The line with {@code --data}, unless the data directory is the default. */
  public static String of(Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    Path directory = data.toAbsolutePath().normalize();
    if (!directory.equals(Checkout.defaultData())) {
      all.add("--data=" + directory);
    }
    return of(all.toArray(String[]::new));
  }

  private static String line(String program, String... arguments) {
    return Stream.concat(Stream.of(program), Stream.of(arguments))
        .map(LauncherCommand::quoted)
        .collect(Collectors.joining(" "));
  }

  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
