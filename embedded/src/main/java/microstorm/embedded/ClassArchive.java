package microstorm.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * An archive of a program's classes (class data sharing, JEP 350). A JVM that uses it neither
 * parses nor verifies the classes in it. The file's name depends on the JVM, its options and every
 * jar, so that the archive of another build is never used.
 */
public final class ClassArchive {
  /** Makes a JVM that does not support an option of the archive start without the archive. */
  private static final String TOLERANT = "-XX:+IgnoreUnrecognizedVMOptions";

  private final Path file;
  private final Path classList;
  private final List<String> options;
  private final List<Path> classPath;

  private ClassArchive(Path file, Path classList, List<String> options, List<Path> classPath) {
    this.file = file;
    this.classList = classList;
    this.options = options;
    this.classPath = classPath;
  }

  /**
   * The archive of a program that runs under {@link Guard}. The file need not exist yet.
   *
   * @param directory the directory that contains only the archive of the program's last build
   * @param classList the file in which a JVM without the archive lists the classes that it loads;
   *     each process has its own
   * @param options the JVM's other options
   * @param classPath the class path of the program, as for {@link ChildProcess#guardedJvm}
   */
  public static ClassArchive of(
      Path directory, Path classList, List<String> options, List<Path> classPath) {
    return ofClassPath(
        directory,
        classList,
        options,
        Stream.concat(Stream.of(CodeSource.of(Guard.class)), classPath.stream()).toList());
  }

  /**
   * The archive of this very program, which runs from one jar whose manifest names the others. The
   * program does not use it by itself: its start script must.
   */
  public static ClassArchive ofThisProgram(Path directory, Path classList, Path jar) {
    return ofClassPath(directory, classList, List.of("-XX:+UseSerialGC"), List.of(jar));
  }

  private static ClassArchive ofClassPath(
      Path directory, Path classList, List<String> options, List<Path> classPath) {
    List<String> parts = new ArrayList<>(options);
    parts.add(System.getProperty("java.home"));
    parts.add(System.getProperty("java.vm.version"));
    classPath.stream()
        .flatMap(jar -> Stream.concat(Stream.of(jar), namedInManifest(jar)))
        .forEach(jar -> parts.add(fingerprint(jar)));
    UUID build = UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    Path file = directory.toAbsolutePath().resolve(build + ".jsa");
    return new ClassArchive(file, classList.toAbsolutePath(), options, classPath);
  }

  /** The file of the archive, which may not exist yet. */
  public Path file() {
    return file;
  }

  /**
   * Whether the archive can be written but does not exist yet. A JVM archives only classes from
   * jars, so a program that was not packaged has no archive.
   */
  public boolean missing() {
    return classPath.stream().allMatch(Files::isRegularFile) && !Files.exists(file);
  }

  /** All options of a JVM that uses the archive or, without one, lists the classes for it. */
  public List<String> jvmOptions() {
    if (Files.exists(file)) {
      return with(TOLERANT, "-XX:SharedArchiveFile=" + file);
    }
    return missing() ? with(TOLERANT, "-XX:DumpLoadedClassList=" + classList) : options;
  }

  /** The command line of a JVM that writes the archive to a draft file. */
  List<String> writingCommand(Path draft) {
    List<String> writing =
        with(
            "-XX:ArchiveClassesAtExit=" + draft,
            // otherwise the JVM warns of each class that it leaves out
            "-Xlog:disable",
            "-Xlog:all=error");
    return ChildProcess.jvm(
        writing,
        classPath.stream().map(Path::toString).toList(),
        ClassPreloader.class.getName(),
        List.of(classList.toString()));
  }

  private List<String> with(String... more) {
    return Stream.concat(options.stream(), Stream.of(more)).toList();
  }

  private static Stream<Path> namedInManifest(Path jar) {
    if (!Files.isRegularFile(jar)) {
      return Stream.empty();
    }
    try (JarFile open = new JarFile(jar.toFile())) {
      Manifest manifest = open.getManifest();
      String names = manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
      return names == null ? Stream.empty() : Stream.of(names.split(" ")).map(jar::resolveSibling);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint(Path path) {
    File jar = path.toFile();
    return jar + " " + jar.length() + " " + jar.lastModified();
  }
}
