package microstorm.session.team;

import microstorm.web.Secrets;

/**
 * The secret of a team's owner: 256 random bits in base64url. Only its SHA-256 hash is stored; a
 * slow hash would add no protection, because 256 bits cannot be guessed.
 */
record OwnerKey(String value) {

  private static final int BYTES = 32;

  static OwnerKey random() {
    return new OwnerKey(Secrets.random(BYTES));
  }

  byte[] hash() {
    return Secrets.hash(value);
  }

  /** Keeps the key out of logs and messages. */
  @Override
  public String toString() {
    return "OwnerKey[...]";
  }
}
