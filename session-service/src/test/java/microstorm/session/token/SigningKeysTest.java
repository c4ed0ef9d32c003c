package microstorm.session.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are created once, are rotated by adding a file, and never leave the directory. */
class SigningKeysTest {

  @TempDir Path directory;

  private final SteppedClock clock = new SteppedClock();

  private static final class SteppedClock extends Clock {
    private Instant now = Instant.now();

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** With the defaults, a new key signs after two minutes. */
  private SigningKeys keys() {
    TokenConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(TokenConfig.class)
            .withDefaultValue("microstorm.tokens.keys-directory", directory.toString())
            .build()
            .getConfigMapping(TokenConfig.class);
    return new SigningKeys(config, clock);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jwk.json")).toList();
    }
  }

  @Test
  void theFirstStartCreatesAKeyThatOnlyItsOwnerReads() throws IOException {
    String first = keys().signing().getKeyId();
    assertThat(keys().signing().getKeyId()).as("the next start").isEqualTo(first);
    assertThat(files()).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
        .isEqualTo("rw-------");
  }

  @Test
  void replicasThatStartConcurrentlyAgreeOnOneKey() throws Exception {
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
    String old = keys.signing().getKeyId();
    EllipticCurveJsonWebKey next = keysIn(Files.createTempDirectory(directory, "next"));
    Files.writeString(
        directory.resolve("2.jwk.json"), next.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    keys.reload();
    assertThat(keys.published()).contains(old, next.getKeyId()).doesNotContain("\"d\"");
    assertThat(keys.signing().getKeyId()).as("not known everywhere yet").isEqualTo(old);
    clock.advance(Duration.ofMinutes(2));
    keys.reload();
    assertThat(keys.signing().getKeyId()).isEqualTo(next.getKeyId());
  }

  private static EllipticCurveJsonWebKey keysIn(Path other) {
    return new KeyDirectory(other).readOrCreate().get(0);
  }

  @Test
  void aFileWithoutAPrivateKeyIsNamed() throws IOException {
    Files.writeString(directory.resolve("1.jwk.json"), "{}");
    assertThatThrownBy(this::keys).hasMessageContaining("1.jwk.json");
  }

  @Test
  void anUnsuitableOrDuplicateKeyIsRefused() throws IOException, JoseException {
    EllipticCurveJsonWebKey large = EcJwkGenerator.generateJwk(EllipticCurves.P384);
    large.setKeyId("large");
    Path file = directory.resolve("1.jwk.json");
    Files.writeString(file, large.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    assertThatThrownBy(this::keys).hasMessageContaining("P-256").hasMessageContaining("1.jwk.json");
    Files.delete(file);
    keys();
    Files.copy(file, directory.resolve("2.jwk.json"));
    assertThatThrownBy(this::keys).hasMessageContaining("Two keys");
  }
}
