package microstorm.embedded.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.UUID;
import microstorm.embedded.Directories;
import microstorm.embedded.EmbeddedServerException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of Postgres, unpacked once into a directory of the caller's choice. */
final class PostgresBinaries {
  private final Path root;

  private PostgresBinaries(Path root) {
    this.root = root;
  }

  /** Unpacks this edition unless it is there. Several processes may do so at the same time. */
  static PostgresBinaries unpackedIn(Path directory) {
    URL archive = PostgresBinaries.class.getResource("/postgres-" + platform() + ".txz");
    if (archive == null) {
      throw new EmbeddedServerException(
          "There is no embedded Postgres for this machine (" + platform() + ").");
    }
    Path root = directory.toAbsolutePath().resolve(edition(archive));
    if (!Files.isDirectory(root)) {
      Path draft = root.resolveSibling(root.getFileName() + "." + UUID.randomUUID());
      try (InputStream in = archive.openStream()) {
        Files.createDirectories(draft);
        unpack(in, draft);
        Files.move(draft, root, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Directories.delete(draft);
        if (!Files.isDirectory(root)) {
          throw new EmbeddedServerException(
              "Postgres cannot be unpacked into " + directory + ".", e);
        }
      }
    }
    return new PostgresBinaries(root);
  }

  String program(String name) {
    return root.resolve("bin").resolve(name).toString();
  }

  /** The version in the name of the directory. */
  String version() {
    String name = root.getFileName().toString();
    return name.substring(name.lastIndexOf('-') + 1);
  }

  /** The name of the jar, which contains the version. */
  private static String edition(URL archive) {
    String jar = archive.getPath().replaceFirst("!/.*", "");
    return jar.substring(jar.lastIndexOf('/') + 1).replace(".jar", "");
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    return (system.contains("mac") ? "darwin-" : "linux-") + machine;
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (path.startsWith(target)) {
          unpack(entry, tar, path);
        }
      }
    }
    makeReachable(target);
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /**
   * Makes the programs accessible for all accounts: root runs them as another one, and root's umask
   * may be strict.
   */
  private static void makeReachable(Path target) throws IOException {
    try (var tree = Files.walk(target)) {
      tree.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(PostgresBinaries::openDirectory);
    }
  }

  private static void openDirectory(Path path) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
