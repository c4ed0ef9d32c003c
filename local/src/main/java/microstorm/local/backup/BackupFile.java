package microstorm.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import microstorm.local.setup.FileProblem;
import microstorm.local.setup.StartException;

/** A backup that was verified: it is complete, undamaged, and not newer than this build. */
final class BackupFile implements AutoCloseable {
  private static final int MAX_MANIFEST_BYTES = 64 * 1024 * 1024;

  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens and verifies a backup.
   *
   * @param known the schema versions that this build knows, by the name of the service
   * @throws StartException with the reason, if it cannot be restored
   */
  static BackupFile open(Path file, Map<String, SchemaVersion> known) {
    if (!Files.exists(file)) {
      throw new StartException("There is no file " + file + ".");
    }
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        Manifest manifest = manifest(file, zip);
        requireKnown(file, manifest, known);
        verify(file, zip, manifest);
        return new BackupFile(zip, manifest);
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new StartException(
          file + " is damaged or incomplete, or not a backup of Microstorm.", e);
    } catch (IOException e) {
      throw new StartException("Cannot read the backup: " + FileProblem.of(e) + ".", e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  InputStream entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new NoSuchFileException(name);
    }
    return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static Manifest manifest(Path file, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw new StartException(file + " is not a backup of Microstorm.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Manifest.read(in.readNBytes(MAX_MANIFEST_BYTES));
    } catch (JsonProcessingException e) {
      throw new StartException(file + " is damaged: its description cannot be read.", e);
    }
  }

  private static void requireKnown(Path file, Manifest manifest, Map<String, SchemaVersion> known) {
    boolean newer =
        manifest.format() > Manifest.FORMAT || !SchemaVersion.canRead(known, manifest.schemas());
    if (newer) {
      throw new StartException(
          "%s was written by a newer version of Microstorm (%s). Restore it with that version or a later one."
              .formatted(file, manifest.product()));
    }
  }

  private static void verify(Path file, ZipFile zip, Manifest manifest) throws IOException {
    for (Manifest.Entry expected : manifest.entries()) {
      ZipEntry entry = zip.getEntry(expected.name());
      if (entry == null || !expected.sha256().equals(digest(zip, entry))) {
        throw damaged(file, expected.name());
      }
    }
    Set<String> names =
        manifest.entries().stream().map(Manifest.Entry::name).collect(Collectors.toSet());
    zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> !name.equals(Manifest.NAME) && !names.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw damaged(file, name);
            });
  }

  private static String digest(ZipFile zip, ZipEntry entry) throws IOException {
    MessageDigest digest = Digests.sha256();
    try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (ZipException e) {
      return ""; // the compressed content is damaged
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static StartException damaged(Path file, String entry) {
    return new StartException(
        file + " is damaged: its part " + entry + " differs from what was backed up.");
  }
}
