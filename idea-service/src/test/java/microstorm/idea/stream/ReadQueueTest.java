package microstorm.idea.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.snapshot.LargeBoards;
import microstorm.idea.snapshot.NarrowReading;
import microstorm.idea.snapshot.ReadLimiter;
import microstorm.idea.stream.TestBoard.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads of large boards wait for each other, reads of small ones do not. */
@IdeaServiceTest
@TestProfile(NarrowReading.class)
class ReadQueueTest {

  @Inject TestBoard large;

  @Inject TestBoard small;

  @Inject ReadLimiter readLimiter;

  private Person person;

  private Person elsewhere;

  @BeforeEach
  void plan() {
    person = LargeBoards.fill(large);
    elsewhere = small.plan().join("participant");
    small.write(elsewhere, "short", true);
  }

  @Test
  void aLargeBoardWaitsForItsTurnButASmallOneDoesNot() {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> reading =
        CompletableFuture.supplyAsync(
            () ->
                readLimiter.inTurn(
                    large.session,
                    Client.viewer("key"),
                    -1,
                    () -> {
                      begun.countDown();
                      return awaitZero(end);
                    }));
    assertThat(awaitZero(begun)).isTrue();
    assertRefused(LargeBoards.read(large, person));
    LargeBoards.read(small, elsewhere).statusCode(200);
    end.countDown();
    assertThat(reading.join()).isTrue();
    LargeBoards.read(large, person).statusCode(200);
  }

  private static boolean awaitZero(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertRefused(ValidatableResponse response) {
    assertThat(
            response
                .statusCode(503)
                .header("ETag", nullValue())
                .header("Cache-Control", "no-store")
                .header("Retry-After", "1")
                .extract()
                .jsonPath()
                .getString("type"))
        .isEqualTo("/api/problems#busy");
  }
}
