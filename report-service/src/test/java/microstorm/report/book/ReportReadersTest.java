package microstorm.report.book;

import static io.restassured.RestAssured.given;
import static microstorm.report.OtherServices.ideaEvent;
import static microstorm.report.OtherServices.publishIdeaEvent;
import static microstorm.report.OtherServices.publishSessionEvent;
import static microstorm.report.OtherServices.sessionEvent;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestIssuer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The readers of a report besides the owners of the team. Silence holds for them, too. */
@ReportServiceTest
class ReportReadersTest {

  @Inject Jdbi database;

  private static final String SECRET = "No reader may see this before the group shares";
  private static final String HASH = "hash-of-the-code";

  private final UUID team = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();
  private final UUID participant = UUID.randomUUID();
  private final UUID facilitator = UUID.randomUUID();
  private final UUID observer = UUID.randomUUID();

  @BeforeEach
  void plan() {
    publish(
        "planned",
        event -> {
          event.put("teamId", team.toString());
          event.putNull("logRevision");
        });
    join(participant, "participant");
    join(facilitator, "facilitator");
    join(observer, "observer");
    awaitStatus(observer, "observer", 200);
  }

  private void publish(String name, Consumer<ObjectNode> change) {
    String type = "microstorm.session." + name + ".v1";
    ObjectNode event = sessionEvent(type);
    change.accept(event);
    publishSessionEvent(type, session, event);
  }

  private void join(UUID id, String role) {
    publish(
        "participant-joined", event -> event.put("participantId", id.toString()).put("role", role));
  }

  private void idea(String name, Consumer<ObjectNode> change) {
    String type = "microstorm.idea." + name + ".v1";
    ObjectNode event = ideaEvent(type);
    change.accept(event);
    publishIdeaEvent(type, session, event);
  }

  private static ValidatableResponse read(String token, UUID id) {
    return given().auth().oauth2(token).get("/api/reports/{id}", id).then();
  }

  private ValidatableResponse read(UUID person, String role) {
    return read(TestIssuer.memberOf(session, person, role, "key"), session);
  }

  private void awaitStatus(UUID person, String role, int status) {
    await("status " + status).until(() -> read(person, role).extract().statusCode() == status);
  }

  private String reader(String hash) {
    return TestIssuer.token(
        UUID.randomUUID(),
        claims -> {
          claims.unsetClaim("team");
          claims.setStringListClaim("groups", List.of("reader"));
          claims.setStringClaim("session", session.toString());
          claims.setStringClaim("reader_code", hash);
        });
  }

  private static String memberOfTeam(UUID team) {
    return TestIssuer.token(team, claims -> claims.setStringListClaim("groups", List.of("member")));
  }

  private void access(boolean observers, String hash) {
    publish(
        "report-access-changed",
        event -> event.put("observers", observers).put("readerCodeHash", hash));
  }

  @Test
  void everybodyWithASeatReadsTheReportAsJsonAndMarkdown() {
    read(participant, "participant").statusCode(200);
    read(facilitator, "facilitator").statusCode(200);
    given()
        .auth()
        .oauth2(TestIssuer.memberOf(session, participant, "participant", "key"))
        .accept("text/markdown")
        .get("/api/reports/{id}", session)
        .then()
        .statusCode(200);
  }

  @Test
  void aMemberOfTheTeamReadsTheReport() {
    read(memberOfTeam(team), session).statusCode(200);
    read(memberOfTeam(UUID.randomUUID()), session).statusCode(404);
  }

  @Test
  void aTokenOfAnotherSessionFindsNothing() {
    UUID elsewhere = UUID.randomUUID();
    read(TestIssuer.memberOf(elsewhere, participant, "participant", "key"), session)
        .statusCode(404);
    read(TestIssuer.memberOf(session, participant, "participant", "key"), elsewhere)
        .statusCode(404);
    read(TestIssuer.ownerOf(UUID.randomUUID()), session).statusCode(404);
    given()
        .auth()
        .oauth2(TestIssuer.memberOf(session, participant, "participant", "key"))
        .get("/api/reports")
        .then()
        .statusCode(403);
  }

  @Test
  void someoneWhoLeftOrWasRemovedDoesNotReadIt() {
    publish(
        "participant-left",
        event -> event.put("participantId", participant.toString()).put("tookPart", true));
    awaitStatus(participant, "participant", 401);
    publish(
        "participant-left",
        event -> event.put("participantId", observer.toString()).put("tookPart", false));
    awaitStatus(observer, "observer", 404);
  }

  /** The previous version does not record who left. */
  @Test
  void someoneWhoMayHaveLeftDoesNotReadIt() {
    String token = TestIssuer.memberOf(session, participant, "participant", "key");
    read(token, session).statusCode(200);
    database.useHandle(
        handle ->
            handle.execute(
                "update report_participant set present = null where id = ?", participant));
    read(token, session).statusCode(404);
  }

  @Test
  void observersAreExcludedIfTheFacilitatorSaysSo() {
    access(false, null);
    awaitStatus(observer, "observer", 403);
    read(observer, "observer").body("type", containsString("not-for-observers"));
    read(participant, "participant").statusCode(200);
    access(true, null);
    awaitStatus(observer, "observer", 200);
  }

  @Test
  void aReaderCodeWorksUntilItIsRenewedOrDisabled() {
    read(reader(HASH), session).statusCode(401);
    access(true, HASH);
    await("the code").until(() -> read(reader(HASH), session).extract().statusCode() == 200);
    read(reader("another"), session).statusCode(401);
    read(reader(HASH), UUID.randomUUID()).statusCode(404);
    access(true, "renewed");
    await("the renewed code")
        .until(() -> read(reader(HASH), session).extract().statusCode() == 401);
    read(reader("renewed"), session).statusCode(200);
    access(true, null);
    await("no code").until(() -> read(reader("renewed"), session).extract().statusCode() == 401);
    read(reader("renewed"), session).body("type", containsString("reader-code-gone"));
  }

  /** The event of a silent idea has no text; the text comes when the group shares. */
  @Test
  void nobodyReadsAnIdeaBeforeItIsShared() {
    publish("quiet-started", event -> {});
    idea("advanced", event -> event.put("text", SECRET));
    publish("checklist-changed", event -> {});
    await("the later event")
        .until(
            () ->
                read(participant, "participant")
                    .extract()
                    .asString()
                    .contains("checklist-changed"));
    assertThat(read(participant, "participant").extract().asString()).doesNotContain(SECRET);
    publish("sharing-started", event -> {});
    idea(
        "shared",
        event -> {
          event.put("ideaId", UUID.randomUUID().toString()).put("text", SECRET);
          event.putNull("topicId").putNull("parentId"); // those of the sample do not exist
        });
    await("the shared idea")
        .until(() -> read(participant, "participant").extract().asString().contains(SECRET));
  }

  /** In a small group it would show whether another author got a hint. */
  @Test
  void onlyLeadersReadTheNumberOfHints() {
    idea(
        "shared",
        event -> {
          event.put("ideaId", UUID.randomUUID().toString());
          event.putNull("topicId").putNull("parentId");
        });
    idea(
        "board-sealed",
        event -> {
          event.put("teamId", team.toString()).putNull("logRevision").put("topics", 0);
          event.put("ideas", 1).put("links", 0).put("groups", 0).put("actions", 0);
        });
    publish("closed", event -> event.putNull("logRevision").put("participants", 3));
    await("the scorecard")
        .until(() -> read(facilitator, "facilitator").extract().path("scorecard") != null);
    String judging = "scorecard.standards[1]";
    assertThat(read(facilitator, "facilitator").extract().<String>path(judging + ".state"))
        .isEqualTo("missed");
    assertThat(read(participant, "participant").extract().<String>path(judging + ".state"))
        .isEqualTo("not-known");
    assertThat(
            read(participant, "participant")
                .extract()
                .<List<String>>path("scorecard.standards.evidence.measure.flatten()"))
        .contains("writers")
        .doesNotContain("hints", "hint-share");
    assertThat(read(facilitator, "facilitator").extract().<Integer>path("outcome.hints"))
        .isNotNull();
    assertThat(read(participant, "participant").extract().<Integer>path("outcome.hints")).isNull();
    assertThat(read(participant, "participant").extract().<Integer>path("outcome.writers"))
        .isNotNull();
  }
}
