package microstorm.idea.silence;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;

/**
 * A participant of a quiet phase who tries to find out how much the others write: from receipts,
 * the board, headers, refusals and live streams that are resumed with guessed numbers.
 */
final class Onlooker {

  private static final long UNITS_PER_SECOND = 10_000;
  private static final double CLOCK_DRIFT = 0.01;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final LiveBoard board;
  private final Person me;
  private final List<String> seen = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();

  /** The number of an own idea, with the times before and after the request. */
  private record Receipt(long seq, long sent, long received) {}

  Onlooker(LiveBoard board) {
    this.board = board;
    this.me = board.join("participant");
  }

  Person person() {
    return me;
  }

  /** Writes an idea and records the answer. */
  void write(String text) {
    long sent = System.nanoTime();
    Response answer = board.as(me).body(Map.of("text", text)).post(board.ideas());
    long received = System.nanoTime();
    answer.then().statusCode(201);
    receipts.add(new Receipt(answer.<Number>path("seq").longValue(), sent, received));
    collect(answer);
  }

  /** Records the answers to all requests that may reveal something. */
  void look() {
    collect(board.as(me).get("/api/boards/{id}", board.session));
    collect(board.as(me).get("/api/boards/{id}?sort=likes", board.session));
    collect(board.as(me).delete(board.idea(board.session)));
    collect(board.as(me).body(Map.of("ideaId", board.session)).post(votes()));
  }

  private String votes() {
    return "/api/boards/" + board.session + "/votes";
  }

  /**
   * Resumes the permitted number of streams with numbers around the own one, and records how they
   * begin.
   */
  void probe() {
    long first = receipts.get(0).seq;
    long last = receipts.get(receipts.size() - 1).seq;
    List<Long> guesses = List.of(first, last - 1, last, last + 1, last + 60);
    List<LiveStream> streams =
        guesses.stream()
            .map(guess -> LiveStream.open(RestAssured.port, board.session, me.token(), "" + guess))
            .toList();
    write("the last idea");
    for (LiveStream stream : streams) {
      stream.awaitIdea("the last idea").close();
      seen.add(
          "stream "
              + stream.events().stream()
                  .map(e -> e.type() + " " + withoutNumbers(e.data()))
                  .toList());
    }
  }

  private void collect(Response answer) {
    List<String> headers = answer.headers().asList().stream().map(h -> h.getName()).toList();
    seen.add(answer.statusCode() + " " + new TreeSet<>(headers));
    seen.add(withoutNumbers(answer.asString()));
  }

  /** Everything that was recorded, without ids, numbers and times, which differ between boards. */
  List<String> seen() {
    return seen;
  }

  private String withoutNumbers(String text) {
    return text.replace(me.key(), "KEY")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
        .replaceAll("\"(seq|position)\":[0-9]+", "\"$1\":0")
        .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "TIME");
  }

  /**
   * The number of changes of others that the first two own numbers reveal: the size of the gap,
   * unless the elapsed time explains it.
   */
  OptionalLong learned() {
    Receipt first = receipts.get(0);
    Receipt second = receipts.get(1);
    long gap = second.seq - first.seq;
    double least = units(second.sent - first.received) * (1 - CLOCK_DRIFT) - 1;
    double most = units(second.received - first.sent) * (1 + CLOCK_DRIFT) + 1;
    return gap >= least && gap <= most ? OptionalLong.empty() : OptionalLong.of(gap - 1);
  }

  private static double units(long nanos) {
    return (double) nanos * UNITS_PER_SECOND / NANOS_PER_SECOND;
  }
}
