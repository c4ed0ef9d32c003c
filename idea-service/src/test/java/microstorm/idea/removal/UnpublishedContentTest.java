package microstorm.idea.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.event.Comparison;
import microstorm.idea.event.IdeaEdited;
import microstorm.idea.event.LinkAdded;
import microstorm.messaging.outbox.Outbox;
import microstorm.testing.contract.Contracts;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events that wait in the outbox forget the content of an idea, and stay otherwise as they are. */
@IdeaServiceTest
class UnpublishedContentTest {

  private static final UUID SESSION = UUID.randomUUID();
  private static final UUID IDEA = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  @Inject Outbox outbox;
  @Inject UnpublishedContent unpublished;
  @Inject Jdbi database;

  @AfterEach
  void publishNothing() {
    QuarkusTransaction.rollback();
  }

  @Test
  void onlyTheEventsOfTheIdeaLoseTheirContent() {
    QuarkusTransaction.begin();
    Comparison sides = new Comparison("Secret", "b", List.of(), List.of());
    outbox.append(
        List.of(
            new IdeaEdited(SESSION, 1, IDEA, "Secret", sides),
            new LinkAdded(SESSION, 2, UUID.randomUUID(), IDEA, 0, "Secret", "https://secret"),
            new IdeaEdited(SESSION, 3, OTHER, "Another", null),
            new IdeaEdited(UUID.randomUUID(), 4, IDEA, "Elsewhere", null)));
    unpublished.forget(SESSION, IDEA, "Removed");
    List<String> payloads =
        database.withHandle(
            handle ->
                handle
                    .createQuery("select payload from outbox where key = ? order by position")
                    .bind(0, SESSION)
                    .mapTo(String.class)
                    .list());
    assertThat(String.join("\n", payloads)).doesNotContainIgnoringCase("secret");
    assertThat(payloads).hasSize(3);
    assertThat(Contracts.tree(payloads.get(0)))
        .isEqualTo(
            Contracts.tree(
                """
                {"sessionId":"%s","seq":1,"ideaId":"%s","text":"Removed","comparison":null}
                """
                    .formatted(SESSION, IDEA)));
    assertThat(payloads.get(0)).startsWith("{\"seq\"");
    assertThat(payloads.get(2)).contains("Another");
  }
}
