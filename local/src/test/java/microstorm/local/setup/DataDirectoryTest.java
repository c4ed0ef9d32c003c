package microstorm.local.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path directory;

  @Test
  void isUsedByOneLauncherAtATime() {
    try (DataDirectory first = DataDirectory.open(directory)) {
      assertThatThrownBy(() -> DataDirectory.open(directory))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("Another Microstorm is using the data directory " + first.root());
    }
    DataDirectory.open(directory).close();
  }

  @Test
  void leavesOtherDirectoriesUnchanged() throws IOException {
    Path precious = Files.writeString(directory.resolve("thesis.txt"), "precious");

    assertThatThrownBy(() -> DataDirectory.open(directory))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("does not belong to Microstorm");
    assertThat(directory).isDirectoryContaining(precious::equals);
    try (var content = Files.list(directory)) {
      assertThat(content).hasSize(1);
    }
  }

  @Test
  void keepsTheProgramsWhenItDeletesTheData() throws IOException {
    try (DataDirectory data = DataDirectory.open(directory)) {
      Path program = Files.createDirectories(data.programs()).resolve("postgres");
      Path table = Files.createDirectories(data.resolve("postgres")).resolve("table");
      Files.writeString(program, "a program");
      Files.writeString(table, "data");

      data.empty();
      assertThat(program).exists();
      assertThat(table.getParent()).doesNotExist();
    }
  }

  @Test
  void keepsASecretThatOnlyTheUserCanRead() throws IOException {
    try (DataDirectory data = DataDirectory.open(directory)) {
      String secret = data.secret("owner.key");

      assertThat(secret).matches("[A-Za-z0-9_-]{43}").isEqualTo(data.secret("owner.key"));
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(directory.resolve("owner.key"))))
          .isEqualTo("rw-------");
      data.empty();
      assertThat(data.secret("owner.key")).isNotEqualTo(secret);
    }
  }
}
