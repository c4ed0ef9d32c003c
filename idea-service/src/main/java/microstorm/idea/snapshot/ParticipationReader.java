package microstorm.idea.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts the participants who have written. No stored value connects a person with the fact that
 * they have, so the numbers follow from two counts: of connected seats, which everybody sees, and
 * of writers. A person who connects or disconnects therefore reveals nothing.
 */
@ApplicationScoped
public class ParticipationReader {

  /**
   * One of them may be a second seat of the facilitator; then the other two still hide each other.
   */
  private static final int MIN_PARTICIPANTS = 3;

  /** The boards of the previous version have no count of participants, only the writers. */
  private static final String COUNTS =
      """
      select session_id, log_revision,
        coalesce(participants_written,
          (select count(*) from writer where writer.session_id = board.session_id)
        ) as participants_written,
        phase in ('planned', 'lobby', 'quiet', 'cancelled') as silent_phase,
        quiet_until is not null as over_days,
        count(*) filter (where participates) as participants,
        count(*) filter (where participates and connected) as connected,
        count(*) filter (where participates and was_connected) as were_connected
      from board left join (
        select session_id, connected, was_connected, present and role = 'participant' as participates
        from seat where session_id = any(:sessions)) as seats using (session_id)
      where session_id = any(:sessions) group by session_id
      """;

  private final Jdbi database;

  ParticipationReader(Jdbi database) {
    this.database = database;
  }

  /** The numbers for people who lead these sessions, read by one statement. */
  public Map<UUID, Participation> ofLeaders(Set<UUID> sessions) {
    Map<UUID, Participation> found = new HashMap<>();
    database.useHandle(
        handle ->
            handle
                .createQuery(COUNTS)
                .bindArray("sessions", UUID.class, sessions.toArray())
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), read(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
    return found;
  }

  private static Participation read(ResultSet row) throws SQLException {
    int participants = row.getInt("participants");
    int connected = row.getInt("connected");
    // in a session over days presence is neither shown nor known
    boolean overDays = row.getBoolean("over_days");
    int wereConnected = overDays ? 0 : row.getInt("were_connected");
    int known = wereConnected == 0 ? participants : wereConnected;
    boolean ofALog = row.getObject("log_revision") != null;
    if (ofALog || row.getBoolean("silent_phase") && known < MIN_PARTICIPANTS) {
      return Participation.UNKNOWN;
    }
    int writers = row.getInt("participants_written");
    int awaited = overDays || connected == 0 ? participants : connected;
    return new Participation(writers, Math.max(0, awaited - writers));
  }
}
