package microstorm.idea.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.board.Change;
import microstorm.idea.board.Changes;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The topics of boards. */
@ApplicationScoped
public class Topics implements Changes {

  private final Jdbi database;

  Topics(Jdbi database) {
    this.database = database;
  }

  /** The board's topics, in its order. */
  public List<Topic> of(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select * from topic where session_id = ? and not removed order by position, id",
                    sessionId)
                .map(ConstructorMapper.of(Topic.class))
                .list());
  }

  @Override
  public List<Change> since(UUID sessionId, long seq) {
    return database.withHandle(
        handle ->
            handle
                .select("select * from topic where session_id = ? and seq > ?", sessionId, seq)
                .map(
                    (row, context) ->
                        row.getBoolean("removed")
                            ? Change.open(
                                row.getLong("seq"),
                                "topic-removed",
                                Map.of("id", row.getObject("id", UUID.class)))
                            : Change.open(
                                row.getLong("seq"),
                                "topic",
                                ConstructorMapper.of(Topic.class).map(row, context)))
                .list());
  }
}
