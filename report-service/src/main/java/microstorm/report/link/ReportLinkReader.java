package microstorm.report.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.link.LinkPage.LinkCheckResult;
import microstorm.report.link.ReportLinks.SessionLink;
import microstorm.report.link.ReportLinks.SessionLinkPlace;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Collects the links of a report, with what the team's last check has found. */
@ApplicationScoped
public class ReportLinkReader {

  static final int MOST_LINKS = 1_000;
  static final int MOST_PLACES = 20;

  private static final String CHECKED =
      """
      select target, state, status, failure, reason, moved_to, checked_at from link_target
      where team_id = :team and target = any(:targets) and state is not null
      """;

  private final Jdbi database;

  ReportLinkReader(Jdbi database) {
    this.database = database;
  }

  /** An address while its places are collected. */
  private static final class Collected {
    private final String address;
    private final List<SessionLinkPlace> places = new ArrayList<>();
    private @Nullable String title;

    Collected(String address) {
      this.address = address;
    }

    void add(SessionLinkPlace place, @Nullable String written) {
      if (title == null) {
        title = written;
      }
      if (places.size() < MOST_PLACES && !places.contains(place)) {
        places.add(place);
      }
    }

    SessionLink link(@Nullable LinkCheckResult check) {
      return new SessionLink(address, title, check, List.copyOf(places));
    }
  }

  /** The links of a team's report in its texts. Runs in the caller's transaction. */
  public ReportLinks read(UUID teamId, List<LinkedText> texts) {
    Map<UUID, Collected> byTarget = new LinkedHashMap<>();
    for (LinkedText text : texts) {
      SessionLinkPlace place = SessionLinkPlace.of(text);
      for (LinkedText.Link link : text.links()) {
        byTarget
            .computeIfAbsent(LinkTarget.of(link.address()), id -> new Collected(link.address()))
            .add(place, link.title());
      }
    }
    List<UUID> shown = byTarget.keySet().stream().limit(MOST_LINKS).toList();
    Map<UUID, LinkCheckResult> checks = checks(teamId, shown);
    return new ReportLinks(
        shown.stream().map(target -> byTarget.get(target).link(checks.get(target))).toList(),
        byTarget.size() - shown.size());
  }

  private Map<UUID, LinkCheckResult> checks(UUID teamId, List<UUID> targets) {
    Map<UUID, LinkCheckResult> found = new HashMap<>();
    if (targets.isEmpty()) {
      return found;
    }
    database.useHandle(
        handle ->
            handle
                .createQuery(CHECKED)
                .bind("team", teamId)
                .bindArray("targets", UUID.class, targets)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getObject("target", UUID.class),
                            LinkCheckResult.of(
                                LinkState.of(row.getString("state")),
                                row.getObject("status", Integer.class),
                                row.getString("failure"),
                                row.getString("reason"),
                                row.getString("moved_to"),
                                row.getObject("checked_at", OffsetDateTime.class).toInstant())))
                .forEach(check -> found.put(check.getKey(), check.getValue())));
    return found;
  }
}
