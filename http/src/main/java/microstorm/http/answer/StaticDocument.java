package microstorm.http.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * A document that is the same for every client and does not change while the service runs. It is
 * compressed once, and all responses share its bytes.
 */
public final class StaticDocument {

  /** The encoding of the compressed form. */
  static final String GZIP = "gzip";

  private final String mediaType;
  private final ContentTag tag;
  private final byte[] plain;
  private final byte[] gzip;

  private StaticDocument(String mediaType, byte[] plain) {
    this.mediaType = mediaType;
    this.tag = ContentTag.of(plain);
    this.plain = plain;
    byte[] compressed = compress(plain);
    this.gzip = compressed.length < plain.length ? compressed : plain;
  }

  /**
   * A document with a copy of this content. It must contain no secret, because it is compressed.
   */
  public static StaticDocument of(String mediaType, byte[] content) {
    return new StaticDocument(mediaType, content.clone());
  }

  String mediaType() {
    return mediaType;
  }

  ContentTag tag() {
    return tag;
  }

  /** Whether the compressed form is smaller. */
  boolean isCompressible() {
    return gzip.length < plain.length;
  }

  /** The content for one client. */
  ChunkedContent content(boolean compressed) {
    return compressed ? new ChunkedContent(gzip, GZIP) : new ChunkedContent(plain, null);
  }

  private static byte[] compress(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
