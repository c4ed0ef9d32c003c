package microstorm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import microstorm.embedded.Directories;

/**
 * Everything the local system keeps. One launcher at a time has it, by a lock that dies with it.
 */
final class DataDirectory implements AutoCloseable {
  private static final String MARKER = "microstorm-data";
  private static final String LOCK = "lock";
  private static final String PROGRAMS = "programs";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path root;
  private final FileChannel channel;

  private DataDirectory(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Takes the directory, creating it if it is not there.
   *
   * @throws StartException if another launcher has it, or it holds something else than our data
   */
  static DataDirectory open(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      requireOurs(root);
      Files.writeString(root.resolve(MARKER), "Data of Microstorm; --fresh deletes it.\n");
      return new DataDirectory(root, lock(root));
    } catch (IOException e) {
      throw new StartException("The data directory " + root + " cannot be used: " + e + ".", e);
    }
  }

  Path root() {
    return root;
  }

  Path resolve(String name) {
    return root.resolve(name);
  }

  Path logs() {
    return root.resolve("logs");
  }

  /** Where programs are unpacked, which is no data. */
  Path programs() {
    return root.resolve(PROGRAMS);
  }

  /** Forgets everything but the lock, the mark that this directory is ours, and the programs. */
  void empty() {
    try (Stream<Path> content = Files.list(root)) {
      content
          .filter(path -> !Set.of(MARKER, LOCK, PROGRAMS).contains(path.getFileName().toString()))
          .forEach(Directories::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A secret that is made once: 32 random bytes as 43 characters, readable by the user alone. */
  String secret(String name) {
    Path file = root.resolve(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        Directories.writePrivately(
            file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireOurs(Path root) throws IOException {
    try (Stream<Path> content = Files.list(root)) {
      if (!Files.exists(root.resolve(MARKER)) && content.findAny().isPresent()) {
        throw new StartException(
            root + " is not empty and was not made by Microstorm: choose another with --data.");
      }
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new StartException(
          "Another Microstorm runs on the data directory "
              + root
              + ": stop it, or choose another with --data.");
    }
    return channel;
  }
}
