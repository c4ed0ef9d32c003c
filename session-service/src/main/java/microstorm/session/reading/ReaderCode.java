package microstorm.session.reading;

import microstorm.http.Secrets;
import microstorm.session.core.Session;

/** The secret for reading the report of a session. */
final class ReaderCode {

  private ReaderCode() {}

  /** The hash that tokens and events carry; null while the session has no code. */
  static String hashOf(Session session) {
    return session.readerCode == null
        ? null
        : Secrets.base64(Secrets.hash("reader code:" + session.id + ":" + session.readerCode));
  }
}
