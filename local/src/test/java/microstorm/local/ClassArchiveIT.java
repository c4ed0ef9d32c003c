package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import microstorm.embedded.ClassArchive;
import microstorm.embedded.ClassArchiver;
import microstorm.embedded.kafka.KafkaServer;
import microstorm.local.setup.Microservice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A JVM uses the class archive of an earlier start. The figures are in docs/measurements.md. */
class ClassArchiveIT {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path directory;

  @Test
  @EnabledOnOs(OS.LINUX)
  void aLaterStartUsesTheCompleteArchive() throws IOException {
    Path log = directory.resolve("log");
    KafkaServer.Options options =
        new KafkaServer.Options(directory.resolve("kafka"), log, List.of(), 0, 0);
    try (KafkaServer kafka = new KafkaServer(options, Optional.of(directory.resolve("archive")));
        ClassArchiver archiver = new ClassArchiver(log)) {
      ClassArchive archive = kafka.classArchive().orElseThrow();
      kafka.start();
      assertThat(uses(kafka, archive)).as("no archive exists").isFalse();

      try (ClassArchiver interrupted = new ClassArchiver(log)) {
        interrupted.write(List.of(archive));
        await().atMost(Patience.AT_MOST).until(() -> isBeingWritten(archive));
      }
      assertThat(isBeingWritten(archive)).isFalse();
      assertThat(archive.missing()).isTrue();

      archiver.write(List.of(archive));
      await().atMost(Patience.AT_MOST).until(() -> !archive.missing());
      kafka.stop();
      kafka.start();
      assertThat(uses(kafka, archive)).isTrue();

      kafka.stop();
      damage(archive.file());
      kafka.start();
      assertThat(uses(kafka, archive)).as("the archive is damaged").isFalse();
    }
  }

  @Test
  void theLauncherUsesItsOwnArchive() throws Exception {
    Path jar = Path.of("target/microstorm-local.jar").toAbsolutePath();
    Path classes = directory.resolve("launcher.classes");
    ClassArchive archive = ClassArchive.ofThisProgram(directory.resolve("archive"), classes, jar);
    assertThat(version(jar, "-XX:DumpLoadedClassList=" + classes)).contains("Microstorm ");
    try (ClassArchiver archiver = new ClassArchiver(directory.resolve("log"))) {
      archiver.write(List.of(archive));
      await().atMost(Patience.AT_MOST).until(() -> !archive.missing());
    }

    assertThat(version(jar, "-XX:SharedArchiveFile=" + archive.file()))
        .containsPattern("microstorm.local.command.Main source: shared objects file \\(top\\)");

    damage(archive.file());
    assertThat(version(jar, "-XX:SharedArchiveFile=" + archive.file()))
        .as("starts without it")
        .contains("Microstorm ")
        .doesNotContain("(top)");
  }

  /** What the launcher prints for --version, with the source of each class. */
  private static String version(Path jar, String option) throws IOException {
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                option,
                "-Xlog:class+load=info",
                "-jar",
                jar.toString(),
                "--version")
            .redirectErrorStream(true)
            .start();
    launcher.getOutputStream().close();
    return new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aChangedBuildHasAnotherArchive() throws IOException {
    Path jar = directory.resolve("quarkus-run.jar");
    Files.copy(Microservice.REPORT.jar(CHECKOUT), jar);
    Path libraries = Files.createDirectories(directory.resolve("quarkus"));
    Path archive = archiveOf(jar, "-Xmx256m").file();

    assertThat(archiveOf(jar, "-Xmx256m").file()).isEqualTo(archive);
    assertThat(archiveOf(jar, "-Xmx128m").file()).as("other options").isNotEqualTo(archive);
    Files.writeString(libraries.resolve("no.jar"), "a library that the manifest does not name");
    assertThat(archiveOf(jar, "-Xmx256m").file()).isEqualTo(archive);
    Files.writeString(
        libraries.resolve("transformed-bytecode.jar"), "a library that the manifest names");
    assertThat(archiveOf(jar, "-Xmx256m").file()).as("other library").isNotEqualTo(archive);
    assertThat(archiveOf(directory, "-Xmx256m").missing()).as("no jar").isFalse();
  }

  @Test
  void eachJvmOfTheSystemUsesAnArchiveOrListsClassesForIt() {
    LocalSystem system = SharedSystem.get();
    assertThat(system.classArchives()).extracting(ClassArchive::file).doesNotHaveDuplicates();
    assertThat(system.pids().entrySet())
        .filteredOn(process -> !process.getKey().equals("postgres"))
        .hasSize(7)
        .allSatisfy(
            process ->
                assertThat(commandLine(ProcessHandle.of(process.getValue()).orElseThrow()))
                    .containsAnyOf("-XX:DumpLoadedClassList=", "-XX:SharedArchiveFile="));
  }

  private static boolean isBeingWritten(ClassArchive archive) {
    String draft = "-XX:ArchiveClassesAtExit=" + archive.file().getParent();
    return ProcessHandle.current()
        .descendants()
        .anyMatch(process -> commandLine(process).contains(draft));
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  /** Whether the broker has mapped the archive into its memory. */
  private static boolean uses(KafkaServer kafka, ClassArchive archive) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(kafka.pid()), "maps"))
          .contains(archive.file().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void damage(Path archive) throws IOException {
    byte[] zeros = new byte[(int) Files.size(archive)];
    Path damaged = Files.write(archive.resolveSibling("damaged"), zeros);
    Files.move(damaged, archive, StandardCopyOption.ATOMIC_MOVE);
  }

  private ClassArchive archiveOf(Path jar, String option) {
    Path classList = directory.resolve("classes");
    return ClassArchive.of(directory, classList, List.of(option), List.of(jar));
  }
}
