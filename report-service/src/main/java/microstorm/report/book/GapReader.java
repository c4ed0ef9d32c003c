package microstorm.report.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.report.book.ReportView.ReportGap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Finds what a report does not contain yet, by the rule of the view {@code complete_session}. */
@ApplicationScoped
class GapReader {

  private static final List<String> PARTS =
      List.of("topics", "ideas", "links", "groups", "actions");

  private static final String COUNTS =
      """
      select r.phase = 'closed' as closed, b.session_id is not null as sealed,
        r.log_revision is not distinct from b.log_revision as same_edition,
        r.participants, b.topics, b.ideas, b.links, b.groups, b.actions,
        (select count(*) from report_participant p where p.session_id = r.session_id)
          as present_participants,
        (select count(*) from report_topic t where t.session_id = r.session_id) as present_topics,
        (select count(*) from report_idea i where i.session_id = r.session_id) as present_ideas,
        (select count(*) from report_link l where l.session_id = r.session_id) as present_links,
        (select count(*) from report_group g where g.session_id = r.session_id) as present_groups,
        (select count(*) from report_action a where a.session_id = r.session_id)
          as present_actions
      from report r left join report_board b on b.session_id = r.session_id
      where r.session_id = ?
      """;

  private final Jdbi database;

  GapReader(Jdbi database) {
    this.database = database;
  }

  /** What a report that is not complete does not contain yet, the most general first. */
  List<ReportGap> of(UUID sessionId) {
    return database.withHandle(
        handle -> handle.select(COUNTS, sessionId).map(GapReader::gaps).one());
  }

  private static List<ReportGap> gaps(ResultSet row, StatementContext context) throws SQLException {
    List<ReportGap> gaps = new ArrayList<>();
    if (!row.getBoolean("closed")) {
      gaps.add(new ReportGap("end", null, null));
    }
    compare("participants", row, gaps);
    if (!row.getBoolean("sealed")) {
      gaps.add(new ReportGap("board", null, null));
      return gaps;
    }
    for (String part : PARTS) {
      compare(part, row, gaps);
    }
    if (row.getBoolean("closed") && !row.getBoolean("same_edition")) {
      gaps.add(new ReportGap("edition", null, null));
    }
    return gaps;
  }

  private static void compare(String part, ResultSet row, List<ReportGap> gaps)
      throws SQLException {
    Integer expected = row.getObject(part, Integer.class);
    int present = row.getInt("present_" + part);
    if (expected != null && expected != present) {
      gaps.add(new ReportGap(part, expected, present));
    }
  }
}
