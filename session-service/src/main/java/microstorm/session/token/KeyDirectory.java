package microstorm.session.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A directory of private keys, one JWK in each file. Several replicas may share it. */
record KeyDirectory(Path path) {

  private static final String SUFFIX = ".jwk.json";

  /** The keys, ordered by file name. Creates a key when there is none. */
  List<EllipticCurveJsonWebKey> readOrCreate() {
    List<EllipticCurveJsonWebKey> found = read();
    return found.isEmpty() ? createIfAbsent() : found;
  }

  /**
   * The keys, ordered by file name.
   *
   * @throws IllegalStateException when a file is not a private key for ES256 or two keys have the
   *     same id; the message names them
   */
  List<EllipticCurveJsonWebKey> read() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      List<EllipticCurveJsonWebKey> keys =
          files
              .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
              .sorted()
              .map(KeyDirectory::parse)
              .toList();
      requireDistinctIds(keys);
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException("The directory of signing keys cannot be read: " + path, e);
    }
  }

  private void requireDistinctIds(List<EllipticCurveJsonWebKey> keys) {
    Set<String> ids = new HashSet<>();
    for (EllipticCurveJsonWebKey key : keys) {
      if (!ids.add(key.getKeyId())) {
        throw new IllegalStateException(
            "Two keys in "
                + path
                + " have the key id (kid) "
                + key.getKeyId()
                + ". Remove one of them.");
      }
    }
  }

  /** Creates a key under a lock, so that replicas that start at the same time agree on one key. */
  private List<EllipticCurveJsonWebKey> createIfAbsent() {
    synchronized (KeyDirectory.class) { // a file lock is held by the whole JVM
      return createUnderFileLock();
    }
  }

  private List<EllipticCurveJsonWebKey> createUnderFileLock() {
    try {
      Files.createDirectories(path);
      try (FileChannel channel =
              FileChannel.open(
                  path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && read().isEmpty()) {
          create();
        }
        return read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No signing key can be created in " + path, e);
    }
  }

  private void create() throws IOException {
    EllipticCurveJsonWebKey key = generate();
    // only its owner can read a temporary file (0600), and the move keeps these permissions
    Path draft = Files.createTempFile(path, "draft", null);
    Files.writeString(draft, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    Files.move(draft, path.resolve("1" + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
  }

  private static EllipticCurveJsonWebKey generate() {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setUse("sig");
      key.setAlgorithm("ES256");
      key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException("No EC key can be generated.", e);
    }
  }

  private static EllipticCurveJsonWebKey parse(Path file) {
    try {
      JsonWebKey key = JsonWebKey.Factory.newJwk(Files.readString(file));
      if (key instanceof EllipticCurveJsonWebKey ec
          && ec.getPrivateKey() != null
          && ec.getKeyId() != null
          && ec.getCurveName().equals("P-256")) {
        return ec;
      }
    } catch (IOException | JoseException e) {
      throw new IllegalStateException("Not a readable JWK: " + file, e);
    }
    throw new IllegalStateException(
        "Not a private EC key of the curve P-256 with a key id (kid): " + file);
  }
}
