package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.input.PatchField;
import microstorm.http.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Finds the person who will do an action. Somebody names a seat, and nobody's seat is taken from an
 * idea: in an anonymous session an action does not show who wrote the idea that it comes from.
 */
@ApplicationScoped
class Assignees {

  private static final String SEAT =
      """
      select seat.name, seat.participant_id from seat join board using (session_id)
      where participant_id = :participant and team_id = :team and present and role <> 'observer'
        and session_id = coalesce(:session::uuid, session_id)
      """;

  private final Jdbi database;

  Assignees(Jdbi database) {
    this.database = database;
  }

  /**
   * The person that a request names by a name, a seat or both. A seat without a name gives its own.
   *
   * @param sessionId the session of the seat; null for any session of the team
   * @throws ProblemException 404 if nobody has this seat, or an observer
   */
  Assignee named(
      UUID teamId, @Nullable UUID sessionId, @Nullable String name, @Nullable UUID participantId) {
    if (participantId == null) {
      return new Assignee(name, null);
    }
    Assignee seat =
        seat(teamId, sessionId, participantId)
            .orElseThrow(() -> ProblemException.notFound("participant"));
    return name == null ? seat : new Assignee(name, participantId);
  }

  /**
   * The person after a change. Another name without a seat means another person.
   *
   * @throws ProblemException 404 as {@link #named}
   */
  Assignee after(Action before, ActionEditor editor, ChangeAction request) {
    String name = PatchField.or(request.owner(), before.owner());
    if (request.participantId() == null) {
      boolean same = Objects.equals(name, before.owner());
      return new Assignee(name, same ? before.participantId() : null);
    }
    UUID participant = request.participantId().value();
    if (participant == null) {
      return new Assignee(name, null);
    }
    UUID session = editor.viewer().isSeated() ? editor.sessionId() : null;
    String requested = request.owner() == null ? null : request.owner().value();
    return named(editor.teamId(), session, requested, participant);
  }

  /** A person with a seat who can do an action; in any session of the team if none is given. */
  private Optional<Assignee> seat(UUID teamId, UUID sessionId, UUID participantId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(SEAT)
                .bind("participant", participantId)
                .bind("team", teamId)
                .bind("session", sessionId)
                .map(
                    (row, context) ->
                        new Assignee(
                            row.getString("name"), row.getObject("participant_id", UUID.class)))
                .findOne());
  }
}
