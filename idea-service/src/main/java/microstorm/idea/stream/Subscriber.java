package microstorm.idea.stream;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import microstorm.http.token.Requester;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Seat;
import microstorm.idea.snapshot.PendingResponse;
import microstorm.idea.sse.Connection;
import microstorm.idea.sse.SendResult;
import microstorm.idea.sse.SseFrame;
import microstorm.idea.viewer.Viewer;

/** A client of a live stream. */
final class Subscriber {

  /**
   * The maximum number of batches before the beginning is read. More of them mean that the database
   * does not answer.
   */
  private static final int MAX_EARLY = 1_000;

  private final int number;
  private final UUID sessionId;
  private final Viewer viewer;
  private final Requester client;
  private final Instant expiresAt;
  private final Connection connection;
  private final Consumer<Subscriber> leave;
  private final AtomicBoolean left = new AtomicBoolean();

  /** The changes that arrived before the beginning was read; null after that. */
  private List<ChangeBatch> early = new ArrayList<>();

  private long after;

  /** The rooms that the person sees. */
  private RoomAccess rooms;

  /** The content of the last event of each name that has no number. */
  private final Map<String, Object> signalled = new HashMap<>();

  private volatile PendingResponse unread;

  /**
   * @param number the number of the stream among all that were opened on this replica
   * @param client the client that the stream is charged to: the participant, or a key of the team
   * @param expiresAt when the token expires, which ends the stream
   * @param leave called once, when the stream ends for any reason
   */
  Subscriber(
      int number,
      UUID sessionId,
      Viewer viewer,
      Requester client,
      Instant expiresAt,
      Connection connection,
      Consumer<Subscriber> leave) {
    this.number = number;
    this.sessionId = sessionId;
    this.viewer = viewer;
    this.client = client;
    this.expiresAt = expiresAt;
    this.connection = connection;
    this.leave = leave;
  }

  int number() {
    return number;
  }

  UUID sessionId() {
    return sessionId;
  }

  Viewer viewer() {
    return viewer;
  }

  Requester client() {
    return client;
  }

  /**
   * Sends the beginning, which was read for this client.
   *
   * @param seq the number up to which the beginning is complete
   * @param seen the rooms that the person sees at the beginning
   * @param unread is released when the client has received it or is gone; null when it is not
   *     counted
   */
  synchronized void begin(SseFrame first, long seq, RoomAccess seen, PendingResponse unread) {
    after = seq;
    rooms = seen;
    this.unread = unread;
    connection.begin(first, unread);
    List<ChangeBatch> missed = early;
    early = null;
    missed.forEach(this::offer);
    if (left.get()) {
      release();
    }
  }

  /** Begins to send. */
  void open(Instant now) {
    connection.open(now);
  }

  /**
   * Sends the changes of a batch that this client may see. Cuts the client off when too much is
   * waiting. Ends the stream of a person who left the session. If the person sees another room now,
   * or too many of the person's own items changed at once, the client must connect again.
   */
  synchronized SendResult offer(ChangeBatch batch) {
    Seat seat = batch.seatOf(viewer.id()).orElse(null);
    if (seat != null && !seat.present()) {
      return end(null);
    }
    if (early != null) {
      early.add(batch);
      return early.size() > MAX_EARLY ? cut() : SendResult.NOTHING;
    }
    if (batch.seq() > after && seat != null) {
      if (!viewer.leads() && seat.roomSeq() > after) {
        return end(SseFrame.reconnect(number));
      }
      rooms = RoomAccess.of(viewer, seat.room());
    }
    Optional<SseFrame> seen = batch.seenBy(viewer, rooms, after, ChangeBatch.MAX_OWN_BYTES);
    if (seen.isEmpty()) {
      return end(SseFrame.reconnect(number));
    }
    SseFrame frame = seen.get();
    after = Math.max(after, batch.seq());
    if (frame.changes() == 0) {
      return SendResult.NOTHING;
    }
    return connection.offer(frame) ? SendResult.of(frame.changes()) : cut();
  }

  /**
   * Sends an event that has no number, unless the last one of this name had the same content.
   *
   * @param content the content of the event, or its version
   */
  synchronized SendResult signal(String event, SseFrame frame, Object content) {
    if (!lacks(event, content)) {
      return SendResult.NOTHING;
    }
    signalled.put(event, content);
    return connection.offer(frame) ? SendResult.of(frame.changes()) : cut();
  }

  /** Whether the last event of this name had other content. False until the beginning is sent. */
  synchronized boolean lacks(String event, Object content) {
    return early == null && !content.equals(signalled.get(event));
  }

  /** Notes that the beginning of the stream contains this. */
  synchronized void contains(String event, Object content) {
    signalled.put(event, content);
  }

  /**
   * Gives the place of this stream to a newer one of the same person. Until the connection has
   * ended, its unread bytes still count.
   */
  void replace() {
    leaveFeed();
    connection.end(SseFrame.replaced());
  }

  /**
   * Ends the stream when its token has expired; otherwise sends a heartbeat when it is due, or cuts
   * the client off when it does not read.
   */
  SendResult maintain(Instant now, Duration heartbeat) {
    if (!now.isBefore(expiresAt)) {
      end(null);
    }
    return connection.beat(now, heartbeat) ? SendResult.NOTHING : cut();
  }

  /** Ends the stream after the bytes that are being sent, with a last message or null. */
  SendResult end(Buffer lastMessage) {
    connection.end(lastMessage);
    return SendResult.NOTHING;
  }

  /** Forgets the connection, because it has ended or was given up. */
  void leave() {
    leaveFeed();
    release();
  }

  private void leaveFeed() {
    if (left.compareAndSet(false, true)) {
      leave.accept(this);
    }
  }

  private void release() {
    if (unread != null) {
      unread.release();
    }
  }

  /** Ends the stream at once. */
  SendResult cut() {
    leave();
    connection.cut();
    return SendResult.CUT_OFF;
  }
}
