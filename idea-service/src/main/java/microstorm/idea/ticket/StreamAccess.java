package microstorm.idea.ticket;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import microstorm.http.Secrets;

/**
 * The headers that a ticket stands for.
 *
 * @param token the token of the person who requested the ticket
 * @param editKeys the value of the header Edit-Key; empty if there was none
 */
record StreamAccess(String token, String editKeys) {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String SEPARATOR = "\n";
  private static final int TAG_BITS = 128;

  /** Each key encrypts one text only, so the nonce need not differ. */
  private static final GCMParameterSpec NONCE = new GCMParameterSpec(TAG_BITS, new byte[12]);

  /** The bytes to store, which only the holder of the ticket can read. */
  byte[] encryptedWith(String ticket) {
    return run(
        Cipher.ENCRYPT_MODE,
        ticket,
        (token + SEPARATOR + editKeys).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the stored bytes. */
  static StreamAccess decrypted(byte[] stored, String ticket) {
    String text = new String(run(Cipher.DECRYPT_MODE, ticket, stored), StandardCharsets.UTF_8);
    int end = text.indexOf(SEPARATOR);
    return new StreamAccess(text.substring(0, end), text.substring(end + 1));
  }

  private static byte[] run(int mode, String ticket, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      byte[] key = Secrets.hash("stream ticket key:" + ticket);
      cipher.init(mode, new SecretKeySpec(key, "AES"), NONCE);
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The access of a stream ticket cannot be read.", e);
    }
  }

  /** Keeps the token and the keys out of logs. */
  @Override
  public String toString() {
    return "StreamAccess";
  }
}
