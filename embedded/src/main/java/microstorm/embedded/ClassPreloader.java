package microstorm.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads classes without initializing them, and ends. {@link ClassArchiver} runs this program. */
final class ClassPreloader {
  private ClassPreloader() {}

  /**
   * Loads the classes of a list.
   *
   * @param args the file that a JVM wrote for {@code -XX:DumpLoadedClassList}
   */
  public static void main(String[] args) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    lines.stream().filter(ClassPreloader::isName).forEach(ClassPreloader::load);
  }

  /** Other lines describe lambda expressions and classes of the program's own class loaders. */
  private static boolean isName(String line) {
    return line.matches("[^@# ]+");
  }

  private static void load(String name) {
    try {
      Class.forName(name.replace('/', '.'), false, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // The program loads this class in another way, so the archive will not contain it.
    }
  }
}
