package microstorm.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script in a checkout whose programs only print their arguments. */
class StartScriptTest {
  private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");
  private static final String NOBODY = "65534";

  @TempDir private Path directory;
  private Path checkout;

  @BeforeEach
  void copyScript() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    checkout = Files.createDirectory(directory.resolve("my checkout"));
    program(checkout.resolve("microstorm"), Files.readString(Path.of("..", "microstorm")));
    program(
        checkout.resolve("jdk/bin/java"),
        "#!/bin/sh\n"
            + "case $1 in -version) echo 'openjdk version \"17.0.1\"' >&2 ;; -XshowSettings*) ;; *)"
            + " echo started \"$@\" ;; esac\n");
    program(checkout.resolve("jdk/bin/javac"), "#!/bin/sh\n");
    program(checkout.resolve("bin/mvn"), "#!/bin/sh\necho mvn was called >&2\nexit 1\n");
    file("pom.xml", BUILT.minusSeconds(60));
  }

  private void build() throws IOException {
    file("local/target/microstorm-local.jar", BUILT);
    for (String service : List.of("session-service", "idea-service", "report-service")) {
      file(service + "/target/quarkus-app/quarkus-run.jar", BUILT);
    }
  }

  @Test
  void aPresentBuildIsStartedAndAStaleOneIsBuilt() throws Exception {
    build();
    assertThat(run()).contains("started").doesNotContain("mvn was called");
    file("pom.xml", BUILT.plusSeconds(60));
    assertThat(run()).contains("mvn was called").doesNotContain("started");
  }

  @Test
  void noBuildStartsAStaleBuild() throws Exception {
    assertThat(run("--no-build"))
        .isEqualTo("Microstorm is not built yet. Start it once without --no-build.");
    build();
    file("pom.xml", BUILT.plusSeconds(60));
    assertThat(run("start", "--no-build", "--data=/a b"))
        .contains("started", "start --no-build --data=/a b")
        .doesNotContain("mvn was called");
  }

  @Test
  void theCommandThatBuildsCanBePasted() throws Exception {
    String hint = "Microstorm is not built yet. Build and start it with this command:\n  ";
    assertThat(run("token")).isEqualTo(hint + "'" + checkout.resolve("microstorm") + "'");

    checkout = Files.move(checkout, directory.resolve("Ann's"));
    String quoted = run("plan", "A title").substring(hint.length());
    assertThat(quoted).isEqualTo("'" + directory + "/Ann'\\''s/microstorm'");
    build();
    assertThat(shell(quoted)).as("pasted").startsWith("started");

    checkout = Files.move(checkout, directory.resolve("plain"));
    Files.delete(checkout.resolve("local/target/microstorm-local.jar"));
    assertThat(run("demo")).isEqualTo(hint + checkout.resolve("microstorm"));
  }

  @Test
  void aStaleCheckoutThatCannotBeWrittenSaysWhatToDo() throws Exception {
    build();
    file("pom.xml", BUILT.plusSeconds(60));
    Files.setPosixFilePermissions(
        checkout.resolve("local/target"), PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThat(run())
          .contains("The sources in " + checkout + " are newer than the build")
          .contains("start the present build with --no-build")
          .doesNotContain("mvn was called", "touch", "denied");
      assertThat(run("--no-build")).contains("started");
    } finally {
      Files.setPosixFilePermissions(
          checkout.resolve("local/target"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void file(String name, Instant modified) throws IOException {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The output of the script, which runs without root's right to write everywhere. */
  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> script = new ArrayList<>(List.of(checkout.resolve("microstorm").toString()));
    script.addAll(List.of(arguments));
    return output(script);
  }

  /** The output of a line that is pasted into a shell. */
  private String shell(String line) throws IOException, InterruptedException {
    return output(List.of("sh", "-c", line));
  }

  private String output(List<String> program) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
      own(checkout);
    }
    command.addAll(program);
    ProcessBuilder script =
        new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile());
    script.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
    script
        .environment()
        .merge("PATH", checkout.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    Process process = script.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }

  private static void own(Path tree) throws IOException {
    try (var paths = Files.walk(tree)) {
      for (Path path : paths.toList()) {
        Files.setAttribute(path, "unix:uid", Integer.valueOf(NOBODY));
      }
    }
  }
}
