package microstorm.report.book;

import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions of a team are listed or exported, as query parameters; null means all. A text is
 * found anywhere in a title or name, in upper or lower case.
 *
 * @param heldFrom the first day; a session without a date is then not among them
 * @param heldUntil the last day
 * @param person a part of the name of somebody who took part
 * @param topic a part of the title of a topic
 */
public record ReportFilter(
    @RestQuery
        @Parameter(
            description = "The first day of the sessions. Sessions without a date are left out.",
            example = "2026-01-01")
        @Nullable LocalDate heldFrom,
    @RestQuery
        @Parameter(
            description = "The last day of the sessions. Sessions without a date are left out.",
            example = "2026-12-31")
        @Nullable LocalDate heldUntil,
    @RestQuery
        @Size(min = 1, max = ReportFilter.MAX_LENGTH)
        @Parameter(description = "A part of the title, in upper or lower case.", example = "lunch")
        @Nullable String title,
    @RestQuery
        @Size(min = 1, max = ReportFilter.MAX_LENGTH)
        @Parameter(
            description =
                "A part of the name of a person who took part, in upper or lower case. The people"
                    + " of an anonymous session are not found.",
            example = "Ana")
        @Nullable String person,
    @RestQuery
        @Size(min = 1, max = ReportFilter.MAX_LENGTH)
        @Parameter(
            description = "A part of the title of a topic, in upper or lower case.",
            example = "cooking")
        @Nullable String topic) {

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
