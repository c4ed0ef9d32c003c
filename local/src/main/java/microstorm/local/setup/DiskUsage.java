package microstorm.local.setup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The size of the files in a data directory. */
public final class DiskUsage {
  private DiskUsage() {}

  /** The bytes of each directory in the data directory, by name. */
  public static Map<String, Long> of(Path data) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> content = Files.list(data)) {
      for (Path directory : content.filter(Files::isDirectory).toList()) {
        sizes.put(directory.getFileName().toString(), size(directory));
      }
    }
    return sizes;
  }

  /** The bytes that this user may still write. */
  public static long free(Path data) throws IOException {
    return Files.getFileStore(data).getUsableSpace();
  }

  private static long size(Path root) throws IOException {
    long[] bytes = {0};
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException vanished) {
            return FileVisitResult.CONTINUE;
          }
        });
    return bytes[0];
  }
}
