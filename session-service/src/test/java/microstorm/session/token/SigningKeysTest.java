package microstorm.session.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are made once, rotated by adding a file, and never leave the directory. */
class SigningKeysTest {

  @TempDir Path directory;

  private SigningKeys keys() {
    return new SigningKeys(
        new TokenConfig() {
          @Override
          public Path keysDirectory() {
            return directory;
          }

          @Override
          public Duration ownerValidity() {
            return Duration.ofHours(1);
          }

          @Override
          public Duration participantValidity() {
            return Duration.ofHours(1);
          }
        });
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jwk.json")).toList();
    }
  }

  @Test
  void theFirstStartMakesAKeyThatOnlyItsOwnerReads() throws IOException {
    String first = keys().newest().getKeyId();
    assertThat(keys().newest().getKeyId()).as("the next start").isEqualTo(first);
    assertThat(files()).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
        .isEqualTo("rw-------");
  }

  @Test
  void replicasThatStartAtOnceAgreeOnOneKey() throws Exception {
    ExecutorService replicas = Executors.newFixedThreadPool(8);
    try {
      Callable<String> start = () -> new KeyDirectory(directory).readOrCreate().get(0).getKeyId();
      Set<String> ids = new HashSet<>();
      for (Future<String> id : replicas.invokeAll(Collections.nCopies(8, start))) {
        ids.add(id.get());
      }
      assertThat(ids).hasSize(1);
      assertThat(files()).hasSize(1);
    } finally {
      replicas.shutdownNow();
    }
  }

  @Test
  void aRotatedKeySignsAndTheOldOneStaysPublished() throws IOException {
    SigningKeys keys = keys();
    String old = keys.newest().getKeyId();
    EllipticCurveJsonWebKey next = keysIn(Files.createTempDirectory(directory, "next"));
    Files.writeString(
        directory.resolve("2.jwk.json"), next.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    keys.reload();
    assertThat(keys.newest().getKeyId()).isEqualTo(next.getKeyId());
    assertThat(keys.published()).contains(old, next.getKeyId()).doesNotContain("\"d\"");
  }

  private static EllipticCurveJsonWebKey keysIn(Path other) {
    return new KeyDirectory(other).readOrCreate().get(0);
  }

  @Test
  void aFileThatIsNoPrivateKeyIsNamed() throws IOException {
    Files.writeString(directory.resolve("1.jwk.json"), "{}");
    assertThatThrownBy(this::keys).hasMessageContaining("1.jwk.json");
  }
}
