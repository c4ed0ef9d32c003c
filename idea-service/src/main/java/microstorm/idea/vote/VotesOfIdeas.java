package microstorm.idea.vote;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import microstorm.idea.idea.IdeaReferences;
import org.jdbi.v3.core.Jdbi;

/**
 * Returns the dots on a withdrawn idea to the people who gave them. An idea has dots when the group
 * went back from choosing to sharing. They are hidden in that phase, so nothing is published.
 */
@ApplicationScoped
class VotesOfIdeas implements IdeaReferences {

  private final Jdbi database;

  VotesOfIdeas(Jdbi database) {
    this.database = database;
  }

  @Override
  public void drop(UUID sessionId, UUID ideaId, UUID groupId) {
    database.useHandle(
        handle -> {
          handle.execute("delete from vote where idea_id = ?", ideaId);
          handle.execute("delete from mark where idea_id = ?", ideaId);
        });
  }
}
