package microstorm.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import microstorm.report.log.model.Identities;
import microstorm.report.log.model.SessionContent;
import org.jdbi.v3.core.Jdbi;

/** Stores which sessions must not be matched, because a person has split them. */
@ApplicationScoped
public class SplitMatches {

  private final Jdbi database;

  SplitMatches(Jdbi database) {
    this.database = database;
  }

  /** Stands for the date and title of a session, without their words. */
  public static UUID named(UUID teamId, SessionContent content) {
    return new Identities(teamId).session(content);
  }

  /** Stores that a session is not the one with this date and title. */
  public void add(UUID sessionId, UUID named) {
    database.useHandle(
        handle ->
            handle.execute(
                "insert into log_split (session_id, named) values (?, ?) on conflict do nothing",
                sessionId,
                named));
  }

  /** The dates and titles that sessions were split from, by session. */
  public Map<UUID, Set<UUID>> of(Collection<UUID> sessions) {
    Map<UUID, Set<UUID>> found = new HashMap<>();
    database.useHandle(
        handle ->
            handle
                .createQuery(
                    "select session_id, named from log_split where session_id = any(:sessions)")
                .bindArray("sessions", UUID.class, List.copyOf(sessions))
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getObject("session_id", UUID.class),
                            row.getObject("named", UUID.class)))
                .forEach(
                    one ->
                        found
                            .computeIfAbsent(one.getKey(), id -> new HashSet<>())
                            .add(one.getValue())));
    return found;
  }
}
