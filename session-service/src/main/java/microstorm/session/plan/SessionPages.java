package microstorm.session.plan;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.answer.PageSize;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import microstorm.session.deletion.Retention;

/** Reads the list of a team's sessions in pages. The id of a page's last session is the cursor. */
@ApplicationScoped
class SessionPages {

  private final Retention retention;
  private final PageSize size;

  SessionPages(Retention retention, PageSize size) {
    this.size = size;
    this.retention = retention;
  }

  /**
   * A page of the team's sessions in these phases, newest first: at most {@code limit}, and as many
   * as fit.
   *
   * @param cursor the cursor of the previous page; null for the first one
   * @throws ProblemException 400 cursor-invalid
   */
  SessionPage read(UUID teamId, Collection<Phase> phases, String cursor, int limit) {
    Optional<Place> after = Optional.ofNullable(cursor).map(last -> placeOf(teamId, last));
    List<Session> found = page(teamId, phases, after, limit + 1);
    List<Session> listed = found.stream().limit(limit).toList();
    Map<UUID, LocalDate> deletions =
        retention.dates(listed.stream().map(session -> session.id).toList());
    List<SessionSummary> items =
        size.fitting(
            listed.stream()
                .map(session -> SessionSummary.of(session, deletions.get(session.id)))
                .toList());
    String next = found.size() > items.size() ? items.get(items.size() - 1).id().toString() : null;
    return new SessionPage(items, next);
  }

  private static Place placeOf(UUID teamId, String cursor) {
    try {
      return place(teamId, UUID.fromString(cursor))
          .orElseThrow(CommonProblem.CURSOR_INVALID::exception);
    } catch (IllegalArgumentException notACursor) {
      throw CommonProblem.CURSOR_INVALID.exception();
    }
  }

  /** The place of a session in its team's list. */
  private record Place(LocalDate listedOn, UUID id) {}

  /** The place of this session in the team's list; empty when the team has no such session. */
  private static Optional<Place> place(UUID teamId, UUID id) {
    return Session.find(
            "select listedOn, id from Session where teamId = ?1 and id = ?2", teamId, id)
        .project(Place.class)
        .firstResultOptional();
  }

  /**
   * The team's sessions in these phases after this place, newest first; from the beginning without
   * a place.
   */
  private static List<Session> page(
      UUID teamId, Collection<Phase> phases, Optional<Place> after, int size) {
    PanacheQuery<Session> found =
        after
            .<PanacheQuery<Session>>map(
                place ->
                    Session.find(
                        "teamId = ?1 and phase in ?4 and (listedOn, id) < (?2, ?3)"
                            + " order by listedOn desc, id desc",
                        teamId,
                        place.listedOn(),
                        place.id(),
                        phases))
            .orElseGet(
                () ->
                    Session.find(
                        "teamId = ?1 and phase in ?2 order by listedOn desc, id desc",
                        teamId,
                        phases));
    return found.page(0, size).list();
  }
}
