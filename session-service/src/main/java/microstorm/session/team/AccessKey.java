package microstorm.session.team;

import microstorm.http.Secrets;

/**
 * The secret of a team's key: 256 random bits in base64url. Only its SHA-256 hash is stored; a slow
 * hash would add no protection, because 256 bits cannot be guessed.
 */
record AccessKey(String value) {

  /** The form of a key that a client made. */
  static final String PATTERN = "[A-Za-z0-9_-]{43,128}";

  /** The message for a key of another form. */
  static final String MESSAGE =
      "must be 43 to 128 base64url characters, made from at least 32 random bytes";

  static final String EXAMPLE = "Zx1Yw2Vu3Ts4Rq5Po6Nm7Lk8Ji9Hg0FeDcBaAbCdEfG";

  private static final int BYTES = 32;

  static AccessKey random() {
    return new AccessKey(Secrets.random(BYTES));
  }

  /** The key that the client made; a new one without it. */
  static AccessKey ofClient(String value) {
    return value == null ? random() : new AccessKey(value);
  }

  byte[] hash() {
    return Secrets.hash(value);
  }

  /** Keeps the key out of logs and messages. */
  @Override
  public String toString() {
    return "AccessKey[...]";
  }
}
