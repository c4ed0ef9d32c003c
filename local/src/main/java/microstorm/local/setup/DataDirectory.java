package microstorm.local.setup;

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
 * The directory with everything that the local system keeps. Only one launcher at a time uses it;
 * its lock ends with the process.
 */
public final class DataDirectory implements AutoCloseable {
  private static final String MARKER = "microstorm-data";
  private static final String LOCK = "lock";
  private static final String RESTORING = "restore-unfinished";
  private static final String PROGRAMS = "programs";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path root;
  private final FileChannel channel;

  private DataDirectory(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Opens and locks the directory, creating it if necessary.
   *
   * @throws StartException if another launcher uses it, or it contains other data
   */
  public static DataDirectory open(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      requireOurs(root);
      Files.writeString(root.resolve(MARKER), "Data of Microstorm; --fresh deletes it.\n");
      return new DataDirectory(root, lock(root));
    } catch (IOException e) {
      throw new StartException(
          "Cannot use the data directory "
              + root
              + " ("
              + FileProblem.of(e)
              + "). Choose another one with --data, or change its permissions.",
          e);
    }
  }

  public Path root() {
    return root;
  }

  public Path resolve(String name) {
    return root.resolve(name);
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /** The directory for unpacked programs, which hold no data. */
  public Path programs() {
    return root.resolve(PROGRAMS);
  }

  /** Whether a directory contains data of a system. */
  public static boolean hasData(Path directory) {
    return Files.exists(directory.resolve(MARKER)) && Files.exists(directory.resolve("postgres"));
  }

  /**
   * Checks that there are no data to overwrite.
   *
   * @throws StartException if there are
   */
  public void requireEmpty() {
    if (hasData(root) || Files.exists(root.resolve("owner.key"))) {
      throw new StartException(
          "The directory "
              + root
              + " already has data. Choose another with --data, or delete its data with --fresh.");
    }
  }

  /** Marks the data as incomplete until {@link #endRestore()}. */
  public void beginRestore() {
    Directories.writePrivately(root.resolve(RESTORING), "A backup is being restored here.\n");
  }

  /** Marks the data as complete. */
  public void endRestore() {
    Directories.delete(root.resolve(RESTORING));
  }

  /**
   * Checks that no restore of these data was interrupted.
   *
   * @throws StartException if one was
   */
  public void requireComplete() {
    if (Files.exists(root.resolve(RESTORING))) {
      throw new StartException(
          "The data in "
              + root
              + " are incomplete, because restoring a backup was interrupted. Restore it again with"
              + " --fresh, or start without it with --fresh.");
    }
  }

  /** Deletes everything except the lock, the marker file and the programs. */
  public void empty() {
    try (Stream<Path> content = Files.list(root)) {
      content
          .filter(path -> !Set.of(MARKER, LOCK, PROGRAMS).contains(path.getFileName().toString()))
          .forEach(Directories::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A secret that is created once: 32 random bytes as 43 characters, in a file that only the user
   * can read.
   */
  public String secret(String name) {
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

  /** A secret that exists in a directory that a running launcher uses. */
  public static String readSecret(Path directory, String name) {
    try {
      return Files.readString(directory.resolve(name)).strip();
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
            "The directory "
                + root
                + " is not empty and does not belong to Microstorm. Choose another with --data.");
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
          "Another Microstorm is using the data directory "
              + root
              + ". Stop it, or choose another directory with --data.");
    }
    return channel;
  }
}
