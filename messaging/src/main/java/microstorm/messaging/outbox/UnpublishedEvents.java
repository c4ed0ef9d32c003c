package microstorm.messaging.outbox;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Changes events of the outbox that are not published yet. */
@ApplicationScoped
public class UnpublishedEvents {

  private static final String REPLACE =
      """
      update outbox set payload = (payload::jsonb || ?::jsonb)::text
      where key = ? and type = any(?) and payload::jsonb @> ?::jsonb
      """;

  private final DataSource database;
  private final Outbox outbox;
  private final ObjectMapper json;

  UnpublishedEvents(DataSource database, Outbox outbox, ObjectMapper json) {
    this.database = database;
    this.outbox = outbox;
    this.json = json;
  }

  /**
   * Replaces fields in the payloads of some events of a key. An event that is being sent at this
   * moment is published as it was.
   *
   * @param types the types of the events
   * @param matching fields that an event must have with these values
   * @param fields the fields to replace, with their new values
   */
  @Transactional(MANDATORY)
  public void replace(
      UUID key, Collection<String> types, Map<String, ?> matching, Map<String, ?> fields) {
    outbox.hold(Set.of(key));
    try (Connection connection = database.getConnection();
        PreparedStatement replace = connection.prepareStatement(REPLACE)) {
      replace.setString(1, json.writeValueAsString(fields));
      replace.setObject(2, key);
      replace.setArray(3, connection.createArrayOf("text", types.toArray()));
      replace.setString(4, json.writeValueAsString(matching));
      replace.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot change events of the outbox.", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot write the fields of an event.", e);
    }
  }
}
