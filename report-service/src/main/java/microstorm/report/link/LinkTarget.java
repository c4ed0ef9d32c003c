package microstorm.report.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import microstorm.report.log.link.FoundLink;
import microstorm.report.log.link.WebAddress;

/** What all links with the same address have in common: a hash of the address. */
final class LinkTarget {

  private LinkTarget() {}

  /** The target of an address, in its normal form if it has one. */
  static UUID of(String address) {
    return hash(WebAddress.of(address).map(WebAddress::text).orElse(address));
  }

  /** The target of a malformed link. */
  static UUID ofMalformed(FoundLink link) {
    return hash(String.valueOf(link.fault()) + '\n' + link.address());
  }

  private static UUID hash(String text) {
    try {
      ByteBuffer digest =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
