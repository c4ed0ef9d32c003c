package microstorm.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import microstorm.local.setup.StartException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {
  private static final String ENTRY = "databases/idea-service/board";
  private static final SchemaVersion SCHEMA = new SchemaVersion(12, 2);
  private static final Map<String, SchemaVersion> KNOWN = Map.of("idea-service", SCHEMA);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = directory.resolve("backup");
    write(file, Manifest.FORMAT, SCHEMA);
  }

  private static void write(Path file, int format, SchemaVersion schema) throws Exception {
    try (BackupWriter writer = new BackupWriter(file)) {
      writer.add(ENTRY, out -> out.write("a row\n".repeat(1000).getBytes(StandardCharsets.UTF_8)));
      Manifest.Database database = new Manifest.Database(schema, List.of(), Map.of());
      writer.complete(
          new Manifest(
              format,
              "9.9.9",
              "2026-01-01T00:00:00Z",
              Map.of("idea-service", database),
              List.of(),
              Map.of(),
              writer.entries()));
    }
  }

  private void assertRefused(Path backup, String reason) {
    assertThatThrownBy(() -> BackupFile.open(backup, KNOWN))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(backup.toString())
        .hasMessageContaining(reason)
        .hasMessageNotContaining("Exception");
  }

  @Test
  void aCompleteBackupIsRead() throws IOException {
    try (BackupFile backup = BackupFile.open(file, KNOWN);
        InputStream content = backup.entry(ENTRY)) {
      assertThat(backup.manifest().product()).isEqualTo("9.9.9");
      assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8)).startsWith("a row\n");
    }
  }

  @Test
  void eachChangedByteOfAnEntryIsNoticed() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int begin = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(ENTRY) + ENTRY.length();
    for (int position = begin; position < begin + 10; position++) {
      byte[] damaged = bytes.clone();
      damaged[position] ^= 0x10;
      assertRefused(Files.write(directory.resolve("damaged"), damaged), "damaged");
    }
  }

  @Test
  void aTruncatedBackupAndOtherFilesAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Path truncated = directory.resolve("truncated");
    assertRefused(Files.write(truncated, Arrays.copyOf(bytes, bytes.length - 10)), "incomplete");
    assertRefused(Files.write(directory.resolve("empty"), new byte[0]), "not a backup");
    assertRefused(Files.writeString(directory.resolve("text"), "# Log\n"), "not a backup");
    assertRefused(directory.resolve("absent"), "no file");
  }

  @Test
  void aNewerBackupIsRefused() throws Exception {
    for (SchemaVersion newer : List.of(new SchemaVersion(13, 2), new SchemaVersion(12, 3))) {
      Path other = directory.resolve("newer" + newer.service());
      write(other, Manifest.FORMAT, newer);
      assertRefused(other, "newer version of Microstorm (9.9.9)");
    }
    Path other = directory.resolve("other format");
    write(other, Manifest.FORMAT + 1, SCHEMA);
    assertRefused(other, "newer version of Microstorm (9.9.9)");
    Path older = directory.resolve("older");
    write(older, Manifest.FORMAT, new SchemaVersion(11, 1));
    BackupFile.open(older, KNOWN).close();
  }

  @Test
  void aFailedBackupLeavesNoFile() throws IOException {
    Path failed = directory.resolve("failed");
    assertThatThrownBy(
            () -> {
              try (BackupWriter writer = new BackupWriter(failed)) {
                writer.add(
                    ENTRY,
                    out -> {
                      throw new IOException("disk full");
                    });
              }
            })
        .hasMessage("disk full");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }
}
