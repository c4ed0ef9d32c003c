package microstorm.report.link;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.report.database.StoredJson;
import microstorm.report.log.link.FoundLink;
import microstorm.report.log.link.LinkFinder;
import microstorm.report.log.model.SessionLayout;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads the links of a session in its texts. Runs in the caller's transaction. */
@ApplicationScoped
class SessionLinks {

  private static final String REPORT =
      """
      select team_id, problem, summary, (
        select layout from log_layout join report_board board
          on board.session_id = log_layout.session_id and board.log_revision = log_layout.revision
        where log_layout.session_id = report.session_id) as layout
      from report where session_id = ? and phase = 'closed'
      """;

  private static final String IDEAS =
      """
      select id, text, comparison::text as comparison from report_idea
      where session_id = ? and not exists (
        select from removed_idea where removed_idea.idea_id = report_idea.id)
      order by position, id
      """;

  private final Jdbi database;
  private final StoredJson json;
  private final LinkPlaces places;

  SessionLinks(Jdbi database, StoredJson json, LinkPlaces places) {
    this.database = database;
    this.json = json;
    this.places = places;
  }

  private record Report(UUID teamId, String problem, String summary, String layout) {}

  /** Makes the stored links equal to those of the report; a session that is not closed has none. */
  void index(UUID session) {
    database.useHandle(
        handle -> {
          Optional<Report> report = report(handle, session);
          List<PlacedLink> links = report.map(one -> links(handle, session, one)).orElse(List.of());
          places.replace(session, report.map(Report::teamId), links);
        });
  }

  private static Optional<Report> report(Handle handle, UUID session) {
    return handle
        .select(REPORT, session)
        .map(
            (row, context) ->
                new Report(
                    row.getObject("team_id", UUID.class),
                    row.getString("problem"),
                    row.getString("summary"),
                    row.getString("layout")))
        .findOne();
  }

  private List<PlacedLink> links(Handle handle, UUID session, Report report) {
    LinkLines lines =
        report.layout == null
            ? LinkLines.NONE
            : LinkLines.of(json.read(report.layout, SessionLayout.class));
    List<PlacedLink> links = new ArrayList<>();
    for (FoundLink link : in(report.problem)) {
      links.add(PlacedLink.ofReport(LinkPart.PROBLEM, link, lines.problem(link.line())));
    }
    for (FoundLink link : in(report.summary)) {
      links.add(PlacedLink.ofReport(LinkPart.SUMMARY, link, lines.summary(link.line())));
    }
    handle
        .select(IDEAS, session)
        .map(
            (row, context) ->
                ofIdea(
                    row.getObject("id", UUID.class),
                    row.getString("text"),
                    row.getString("comparison"),
                    lines))
        .forEach(links::addAll);
    return links;
  }

  private List<PlacedLink> ofIdea(UUID idea, String text, String comparison, LinkLines lines) {
    List<PlacedLink> links = new ArrayList<>();
    for (FoundLink link : in(text)) {
      links.add(PlacedLink.ofIdea(idea, link, lines.idea(idea, link.line())));
    }
    if (comparison != null) {
      for (String side : strings(json.read(comparison, JsonNode.class))) {
        in(side).forEach(link -> links.add(PlacedLink.ofIdea(idea, link, null)));
      }
    }
    return links;
  }

  private static List<FoundLink> in(String text) {
    return text == null ? List.of() : LinkFinder.in(text);
  }

  /** Every text in a value. */
  private static Set<String> strings(JsonNode node) {
    Set<String> found = new HashSet<>();
    if (node.isTextual()) {
      found.add(node.asText());
    }
    node.forEach(child -> found.addAll(strings(child)));
    return found;
  }
}
