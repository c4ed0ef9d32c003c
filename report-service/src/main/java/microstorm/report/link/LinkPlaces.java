package microstorm.report.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Stores the links of sessions. Runs in the caller's transaction. */
@ApplicationScoped
class LinkPlaces {

  private static final String INSERT =
      """
      insert into link_place
        (session_id, position, team_id, held_order, target, part, idea_id, title, address, host,
         fault, line)
      select report.session_id, place.position, report.team_id, report.held_order, place.target,
        place.part, place.idea_id, place.title, place.address, place.host, place.fault, place.line
      from report cross join unnest(
          :position, :target, :part, :idea, :title, :address, :host, :fault, :line)
        as place (position, target, part, idea_id, title, address, host, fault, line)
      where report.session_id = :session
      """;

  private final Jdbi database;
  private final LinkTargets targets;

  LinkPlaces(Jdbi database, LinkTargets targets) {
    this.database = database;
    this.targets = targets;
  }

  /**
   * Replaces the links of a session.
   *
   * @param teamId the team; empty if the session has no links any more
   */
  void replace(UUID session, Optional<UUID> teamId, List<PlacedLink> links) {
    Map<UUID, Set<UUID>> changed = new HashMap<>();
    database.useHandle(
        handle -> {
          remove(handle, session, changed);
          if (!links.isEmpty()) {
            insert(handle, session, links);
          }
        });
    teamId.ifPresent(
        team ->
            links.forEach(
                link -> changed.computeIfAbsent(team, id -> new HashSet<>()).add(link.target())));
    changed.forEach(targets::refresh);
  }

  private static void remove(Handle handle, UUID session, Map<UUID, Set<UUID>> changed) {
    handle
        .select("delete from link_place where session_id = ? returning team_id, target", session)
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("team_id", UUID.class), row.getObject("target", UUID.class)))
        .forEach(
            gone ->
                changed.computeIfAbsent(gone.getKey(), id -> new HashSet<>()).add(gone.getValue()));
  }

  private static void insert(Handle handle, UUID session, List<PlacedLink> links) {
    handle
        .createUpdate(INSERT)
        .bind("session", session)
        .bindArray("position", Integer.class, IntStream.range(0, links.size()).boxed().toList())
        .bindArray("target", UUID.class, column(links, PlacedLink::target))
        .bindArray("part", String.class, column(links, link -> link.part().label()))
        .bindArray("idea", UUID.class, column(links, PlacedLink::idea))
        .bindArray("title", String.class, column(links, link -> link.link().title()))
        .bindArray("address", String.class, column(links, link -> link.link().address()))
        .bindArray("host", String.class, column(links, PlacedLink::host))
        .bindArray("fault", String.class, column(links, PlacedLink::fault))
        .bindArray("line", Integer.class, column(links, PlacedLink::line))
        .execute();
  }

  private static <T> List<T> column(List<PlacedLink> links, Function<PlacedLink, T> value) {
    return links.stream().map(value).toList();
  }
}
