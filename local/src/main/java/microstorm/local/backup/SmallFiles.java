package microstorm.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import microstorm.embedded.Directories;
import microstorm.local.setup.StartException;

/** The small files of a data directory: the team's key, passwords, and the keys of the tokens. */
final class SmallFiles {
  /** Files and directories; all others are data of the servers, logs or programs. */
  private static final List<String> NAMES =
      List.of("owner.key", "team.json", "sample-imported", "passwords", "keys");

  private SmallFiles() {}

  /** The files that exist. */
  static List<Path> in(Path data) throws IOException {
    try (Stream<Path> files =
        NAMES.stream().map(data::resolve).filter(Files::exists).flatMap(SmallFiles::tree)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Writes a file into a data directory, so that only its owner can read it. */
  static void write(Path data, String name, InputStream content) throws IOException {
    Path file = data.resolve(name).normalize();
    if (!file.startsWith(data) || !NAMES.contains(data.relativize(file).getName(0).toString())) {
      throw new StartException("The backup contains a file that is not its own: " + name);
    }
    Files.createDirectories(file.getParent());
    Files.write(Directories.createPrivately(file), content.readAllBytes());
  }

  private static Stream<Path> tree(Path root) {
    try {
      return Files.walk(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
