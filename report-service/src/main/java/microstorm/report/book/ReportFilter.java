package microstorm.report.book;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions of a team are listed or exported; null means all. A text is found anywhere in a
 * title or name, in upper or lower case.
 *
 * @param heldFrom the first day; a session without a date is then not among them
 * @param heldUntil the last day
 * @param person a part of the name of somebody who took part
 * @param topic a part of the title of a topic
 */
record ReportFilter(
    @Nullable LocalDate heldFrom,
    @Nullable LocalDate heldUntil,
    @Nullable String title,
    @Nullable String person,
    @Nullable String topic) {

  static final ReportFilter NONE = new ReportFilter(null, null, null, null, null);

  /** The longest text to filter by, in UTF-16 code units. */
  static final int MAX_LENGTH = 200;

  /** The condition on a report {@code r}, with leading {@code and}. */
  static final String CONDITION =
      """
      and (:heldFrom::date is null or r.held_on >= :heldFrom::date)
      and (:heldUntil::date is null or r.held_on <= :heldUntil::date)
      and (:title::text is null or strpos(lower(r.title), lower(:title::text)) > 0)
      and (:person::text is null or exists (
        select from report_participant p where p.session_id = r.session_id
          and p.role <> 'observer' and not r.anonymous
            and strpos(lower(p.name), lower(:person::text)) > 0))
      and (:topic::text is null or exists (
        select from report_topic t where t.session_id = r.session_id
          and strpos(lower(t.title), lower(:topic::text)) > 0))
      """;

  <T extends SqlStatement<T>> T bind(T statement) {
    return statement
        .bind("heldFrom", heldFrom)
        .bind("heldUntil", heldUntil)
        .bind("title", title)
        .bind("person", person)
        .bind("topic", topic);
  }

  /** Part of the version of what it selects. */
  byte[] version() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }
}
