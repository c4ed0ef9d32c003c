package microstorm.local.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microstorm.client.Api;
import microstorm.client.LiveStream;
import microstorm.client.Person;
import microstorm.local.SharedSystem;
import microstorm.local.setup.Microservice;
import microstorm.local.standard.Brainstorm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A participant who is removed loses access on every replica: open streams end, and the token is
 * refused.
 */
class RemovalIT {

  /** The time within which open streams close after a removal. */
  private static final Duration BOUND = Duration.ofSeconds(5);

  private final List<Api> replicas =
      SharedSystem.get().replicas(Microservice.IDEA).stream().map(Api::new).toList();
  private final Brainstorm session = Brainstorm.planned();
  private final Person removed = session.participant("Ben");
  private final Person stays = session.participant("Ana");
  private final List<LiveStream> streams = new ArrayList<>();

  @AfterEach
  void closeStreams() {
    streams.forEach(LiveStream::close);
  }

  @Test
  void aRemovedParticipantCanNeitherReadNorWriteOnAnyReplica() {
    assertThat(replicas).hasSize(2);
    session.quiet();
    List<LiveStream> theirs = watchOnEach(removed);
    List<LiveStream> others = watchOnEach(stays);

    Instant asked = Instant.now();
    session.facilitator().inSession("DELETE", "/participants/" + removed.id()).expect(204);
    // the client reopens a stream that has ended, and is then refused
    await("out of both replicas")
        .atMost(BOUND)
        .until(() -> theirs.stream().allMatch(stream -> stream.status() == 401));
    System.out.printf(
        "Removed from both replicas within %d ms%n",
        Duration.between(asked, Instant.now()).toMillis());

    for (Api replica : replicas) {
      Person there = Person.with(replica, session.id(), removed.token());
      assertThat(there.onBoard("GET", "").status()).isEqualTo(401);
      assertThat(there.onBoard("/ideas", Map.of("text", "Still here?")).status()).isEqualTo(401);
    }
    assertThat(others)
        .as("the streams of others stay open")
        .allMatch(stream -> stream.status() == 200 && stream.connections() == 1);
  }

  private List<LiveStream> watchOnEach(Person person) {
    List<LiveStream> opened = new ArrayList<>();
    for (Api replica : replicas) {
      Person there = Person.with(replica, session.id(), person.token());
      opened.add(there.stream().listen(event -> {}));
    }
    streams.addAll(opened);
    session.eventually(() -> opened.stream().allMatch(stream -> stream.connections() == 1));
    assertThat(opened).allMatch(stream -> stream.status() == 200);
    return opened;
  }
}
