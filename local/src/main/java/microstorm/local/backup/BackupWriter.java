package microstorm.local.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import microstorm.embedded.Directories;

/**
 * Writes the file of a backup, which only its owner can read. It gets its name when it is complete.
 */
final class BackupWriter implements AutoCloseable {
  private final Path file;
  private final Path draft;
  private final ZipOutputStream zip;
  private final List<Manifest.Entry> entries = new ArrayList<>();
  private boolean complete;

  /** Something that writes the content of an entry. */
  interface Content {
    void write(OutputStream out) throws IOException, SQLException;
  }

  BackupWriter(Path file) throws IOException {
    this.file = file;
    draft = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(draft);
    zip = new ZipOutputStream(Files.newOutputStream(Directories.createPrivately(draft)));
  }

  void add(String name, Content content) throws IOException, SQLException {
    MessageDigest digest = Digests.sha256();
    zip.putNextEntry(new ZipEntry(name));
    Counter counter = new Counter(new DigestOutputStream(zip, digest));
    content.write(counter);
    counter.flush();
    zip.closeEntry();
    entries.add(new Manifest.Entry(name, counter.bytes, HexFormat.of().formatHex(digest.digest())));
  }

  List<Manifest.Entry> entries() {
    return List.copyOf(entries);
  }

  void complete(Manifest manifest) throws IOException {
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    zip.write(manifest.json());
    zip.closeEntry();
    zip.close();
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    complete = true;
  }

  /** Deletes the draft, unless the backup is complete. */
  @Override
  public void close() throws IOException {
    if (!complete) {
      Files.deleteIfExists(draft);
      try {
        zip.close();
      } catch (IOException e) {
        // The disk is full: the draft is deleted anyway.
      }
    }
  }

  /** Counts the bytes. Closing it does not close the file. */
  private static final class Counter extends FilterOutputStream {
    private long bytes;

    Counter(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      bytes++;
    }

    @Override
    public void write(byte[] values, int offset, int length) throws IOException {
      out.write(values, offset, length);
      bytes += length;
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
