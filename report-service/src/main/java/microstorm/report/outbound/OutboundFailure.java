package microstorm.report.outbound;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * The reason why a request to an address got no response. The message is the rest of a sentence
 * about the address, such as {@code did not answer in time}, and is for the people who chose it.
 */
public final class OutboundFailure extends Exception {

  /** The kinds of failures. */
  public enum Kind {
    /** This service does not connect to such addresses. */
    ADDRESS_REFUSED("must have a host whose addresses are all on the public internet"),
    /** This service does not connect to such ports. */
    PORT_REFUSED("must have the port 443 or 80"),
    /** The name of the host has no address. */
    NAME_UNKNOWN("has a host whose name is unknown"),
    /** There was no connection, or it broke. */
    CONNECTION("could not be connected to, or closed the connection"),
    /** The certificate is not valid for the host, or the two sides do not agree. */
    TLS("has no valid certificate for its host, or does not support TLS 1.2 or later"),
    /** The time was over before the response was complete. */
    TIMEOUT("did not answer in time"),
    /** The head of the response is too large. */
    TOO_LARGE("answered with a head that is too large"),
    /** The response is not HTTP. */
    BAD_RESPONSE("did not answer in HTTP"),
    /** Too many connections or look-ups are open. The request may be sent later. */
    BUSY("was not asked, because too many connections are open");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }
  }

  private static final int MAX_CAUSES = 20;

  private final Kind kind;

  OutboundFailure(Kind kind) {
    this(kind, kind.meaning);
  }

  OutboundFailure(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** An address that this service does not connect to. */
  public static OutboundFailure refused(String message) {
    return new OutboundFailure(Kind.ADDRESS_REFUSED, message);
  }

  /** The failure with this cause. */
  public static OutboundFailure of(Throwable cause) {
    return cause instanceof OutboundFailure failure
        ? failure
        : new OutboundFailure(classify(cause));
  }

  private static Kind classify(Throwable cause) {
    if (has(cause, SSLException.class) || has(cause, GeneralSecurityException.class)) {
      return Kind.TLS;
    }
    if (has(cause, UnknownHostException.class)) {
      return Kind.NAME_UNKNOWN;
    }
    if (has(cause, ConnectTimeoutException.class) || has(cause, ConnectException.class)) {
      return Kind.CONNECTION;
    }
    if (has(cause, TooLongFrameException.class)) {
      return Kind.TOO_LARGE;
    }
    return has(cause, DecoderException.class) || has(cause, IllegalArgumentException.class)
        ? Kind.BAD_RESPONSE
        : Kind.CONNECTION;
  }

  private static boolean has(Throwable cause, Class<? extends Throwable> type) {
    return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
        .limit(MAX_CAUSES)
        .anyMatch(type::isInstance);
  }
}
