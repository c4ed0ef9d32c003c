package microstorm.report.link.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import microstorm.report.ReportServiceTest;
import microstorm.report.link.LinkState;
import microstorm.report.link.LinkedTeam;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The addresses that replicas get from the queue, without a request to them. */
@ReportServiceTest
@TestProfile(LinkCheckSettings.class)
class LinkCheckQueueTest {

  private static final int MANY = 100;

  @Inject Jdbi database;
  @Inject LinkCheckQueue queue;
  @Inject LinkCheckResults results;

  private final LinkedTeam team = new LinkedTeam();

  @BeforeEach
  void forgetOtherChecks() {
    database.useHandle(handle -> handle.execute("delete from link_check"));
  }

  private static void withLinks(LinkedTeam of, String... addresses) {
    of.imported(LinkedTeam.session(1, "2026-01-02", addresses));
    of.awaitLinks(addresses.length);
  }

  /** Each at a host of its own, so that no host makes others wait. */
  private static String[] addresses(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "http://h" + UUID.randomUUID() + ".test/" + i)
        .toArray(String[]::new);
  }

  private static void started(LinkedTeam by) {
    by.owner().post("/api/link-checks").then().statusCode(202);
  }

  private List<LinkClaim> claim(int most) {
    return QuarkusTransaction.requiringNew().call(() -> queue.claim(most));
  }

  private boolean complete(LinkClaim claim) {
    return QuarkusTransaction.requiringNew()
        .call(() -> results.complete(claim, ProbeResult.response(LinkState.WORKS, 200, null)));
  }

  /** Two replicas are two transactions at the same time; the control is the end of a lease. */
  @Test
  void everyAddressBelongsToOneReplicaUntilItsLeaseEnds() {
    withLinks(team, addresses(LinkCheckSettings.TARGETS));
    started(team);
    LinkedTeam other = new LinkedTeam();
    withLinks(other, addresses(LinkCheckSettings.TARGETS));
    started(other);
    List<LinkClaim> first = claim(MANY);
    assertThat(first).as("shares").hasSize(LinkCheckSettings.RUNNING);
    assertThat(first.stream().filter(claim -> claim.teamId().equals(team.team)).count())
        .isBetween(
            (long) LinkCheckSettings.RUNNING - LinkCheckSettings.RUNNING_PER_TEAM,
            (long) LinkCheckSettings.RUNNING_PER_TEAM);
    assertThat(claim(MANY)).as("the other replica").isEmpty();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              queue.claim(MANY);
              assertThat(CompletableFuture.supplyAsync(() -> claim(MANY)).join())
                  .as("at the same time")
                  .isEmpty();
            });

    LinkClaim crashed = first.get(0);
    assertThat(complete(first.get(1))).isTrue();
    expire(crashed);
    List<LinkClaim> second = claim(MANY);
    assertThat(second)
        .filteredOn(claim -> claim.target().equals(crashed.target()))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.attempts()).isEqualTo(2);
              assertThat(complete(crashed)).as("too late").isFalse();
              assertThat(complete(again)).isTrue();
              assertThat(complete(again)).as("once").isFalse();
            });
  }

  private void expire(LinkClaim claim) {
    database.useHandle(
        handle -> {
          handle.execute(
              "update link_check_task set claimed_until = now() where claim = ?", claim.claim());
          handle.execute("delete from link_host");
          // these would come first
          handle.execute("delete from link_check_task where attempts = 0");
        });
  }

  /** With such statistics, Postgres runs a subquery of the statement once per address. */
  @Test
  void aTeamKeepsToItsShareWhenPostgresExpectsOneAddress() {
    LinkedTeam small = new LinkedTeam();
    withLinks(small, addresses(1));
    started(small);
    database.useHandle(handle -> handle.execute("analyze link_check_task"));
    withLinks(team, addresses(LinkCheckSettings.TARGETS));
    started(team);
    assertThat(claim(MANY))
        .filteredOn(claim -> claim.teamId().equals(team.team))
        .hasSize(LinkCheckSettings.RUNNING_PER_TEAM);
  }

  /** The control is the next turn of the host. */
  @Test
  void aHostGetsOneRequestAtATime() {
    String host = "http://h" + UUID.randomUUID() + ".test";
    withLinks(team, host + "/a", host + "/b", host + "/c");
    started(team);
    assertThat(claim(MANY)).hasSize(1);
    database.useHandle(
        handle -> handle.execute("update link_host set next_at = now() + interval '1 hour'"));
    assertThat(claim(MANY)).isEmpty();
    database.useHandle(handle -> handle.execute("delete from link_host"));
    assertThat(claim(MANY)).hasSize(1);
  }
}
