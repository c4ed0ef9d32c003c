package microstorm.report.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.report.database.StoredJson;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads what was found, and the form of queries, from the database. */
@ApplicationScoped
class SearchReader {

  /** The texts that a search counts and orders, of subjects and of others. */
  static final int MOST = 2_000;

  /**
   * The characters of a text that are read and marked: as many as an idea may have. Only a table
   * may be longer.
   */
  static final int MARKED = 20_000;

  private static final String TERMS =
      """
      select search_term(term, prefix)::text
      from unnest(:terms, :prefixes) with ordinality as typed (term, prefix, place) order by place
      """;

  private static final String KNOWN =
      "select exists (select from search_entry where team_id = :team and vector @@ :query::tsquery)";

  /**
   * Texts beyond the limit are neither counted nor ordered, so that frequent words are fast. With
   * {@code offset 0} the index of words is read once, and not once for each session.
   */
  private static final String HITS =
      """
      select e.id, e.kind, e.session_id, r.held_on, r.held_order, r.title, r.number,
        ts_rank('{0.1, 0.3, 0.6, 1.0}', e.vector, :words::tsquery, 1)::float8 as rank
      from (
        select id, kind, session_id, vector from search_entry
        where team_id = :team and vector @@ :%s::tsquery and kind = any(:%s)
          and (:session::uuid is null or session_id = :session::uuid)
        offset 0) as e
        join report r on r.session_id = e.session_id
      where r.phase = 'closed' and (:year::int is null or
        r.held_on >= make_date(:year::int, 1, 1) and r.held_on < make_date(:year::int + 1, 1, 1))
      limit :most
      """;

  private static final String SEARCH =
      """
      with hit as materialized ((%s) union all (%s)),
      page as (
        select * from hit
        where :rank::float8 is null
          or (rank, held_order, id, kind) < (:rank::float8, :heldOrder::date, :id::uuid, :kind::text)
        order by rank desc, held_order desc, id desc, kind desc limit :limit),
      copy as (
        select page.*, beginning.text,
          translate(search_words(beginning.text), U&'\\E000\\E001', '  ') as words
        from page join search_entry e on e.id = page.id and e.kind = page.kind
          cross join lateral (select left(e.text, :marked) as text) as beginning)
      select json_build_object(
        'places', (select count(*) from hit),
        'limited', (select count(*) filter (where kind = any(:subjectKinds)) >= :most
          or count(*) filter (where kind = any(:otherKinds)) >= :most from hit),
        'facets', json_build_object(
          'kinds', (select coalesce(json_agg(f), '[]') from (
            select kind, count(*) as places from hit group by 1 order by 2 desc, 1) f),
          'years', (select coalesce(json_agg(f), '[]') from (
            select extract(year from held_on)::int as year, count(*) as places from hit
            where held_on is not null group by 1 order by 1 desc) f),
          'sessions', (select coalesce(json_agg(f), '[]') from (
            select session_id as "sessionId", title, count(*) as places from hit
            group by 1, 2 order by 3 desc, 1 limit 20) f)),
        'items', (select coalesce(json_agg(f), '[]') from (
          select copy.kind, copy.id, copy.session_id as "sessionId", number, copy.title,
            held_on as "heldOn", held_order as "heldOrder", rank, topic.title as topic,
            link.idea_id as "ideaId", copy.text, (
              select array_agg(ts_headline(config::regconfig, copy.words, :words::tsquery,
                U&'HighlightAll=true, StartSel=\\E000, StopSel=\\E001'))
              from unnest(array['simple', 'english', 'german']) as config) as copies
          from copy
            left join report_link link on copy.kind = 'link' and link.id = copy.id
            left join report_idea idea
              on idea.id = case copy.kind when 'idea' then copy.id else link.idea_id end
            left join report_topic topic on topic.id = idea.topic_id
          order by rank desc, held_order desc, copy.id desc, copy.kind desc) f))
      """
          .formatted(
              HITS.formatted("subjects", "subjectKinds"), HITS.formatted("others", "otherKinds"));

  private final Jdbi database;
  private final StoredJson json;

  SearchReader(Jdbi database, StoredJson json) {
    this.database = database;
    this.json = json;
  }

  /** Which texts of a team are searched. */
  record Filter(
      UUID teamId, Set<SearchKind> kinds, @Nullable Integer year, @Nullable UUID sessionId) {

    List<SearchKind> kinds(boolean subjects) {
      return kinds.stream().filter(kind -> SearchKind.SUBJECTS.contains(kind) == subjects).toList();
    }

    List<String> labels(boolean subjects) {
      return kinds(subjects).stream().map(SearchKind::label).toList();
    }
  }

  /** A page, and the sizes of everything that was found. */
  record Found(int places, boolean limited, SearchPage.Facets facets, List<Item> items) {}

  /**
   * A text with copies, in which the words that were searched for are marked.
   *
   * @param heldOn the day of the session, {@code YYYY-MM-DD}
   */
  record Item(
      SearchKind kind,
      UUID id,
      UUID sessionId,
      Integer number,
      String title,
      String heldOn,
      String heldOrder,
      double rank,
      String topic,
      UUID ideaId,
      String text,
      List<String> copies) {}

  /** The terms in the database's form; an empty text for a term without a word. */
  List<String> expressions(List<SearchQuery.Term> terms) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(TERMS)
                .bindArray(
                    "terms", String.class, terms.stream().map(SearchQuery.Term::text).toList())
                .bindArray(
                    "prefixes",
                    Boolean.class,
                    terms.stream().map(SearchQuery.Term::prefix).toList())
                .mapTo(String.class)
                .list());
  }

  /** Whether any text of the team matches an expression. */
  boolean isKnown(UUID teamId, String expression) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(KNOWN)
                .bind("team", teamId)
                .bind("query", "'team/" + teamId + "' & (" + expression + ")")
                .mapTo(Boolean.class)
                .one());
  }

  /** The texts after a place, best match first. */
  Found search(TextQuery query, Filter filter, Optional<SearchCursor> after, int limit) {
    String texts = query.texts(filter.teamId);
    return database.withHandle(
        handle -> {
          Query search =
              handle
                  .createQuery(SEARCH)
                  .bind("team", filter.teamId)
                  .bind("words", query.words())
                  .bind("subjects", texts + TextQuery.ofKinds(filter.kinds(true)))
                  .bind("others", texts + TextQuery.ofKinds(filter.kinds(false)))
                  .bindArray("subjectKinds", String.class, filter.labels(true))
                  .bindArray("otherKinds", String.class, filter.labels(false))
                  .bind("session", filter.sessionId)
                  .bind("year", filter.year)
                  .bind("rank", after.map(SearchCursor::rank).orElse(null))
                  .bind("heldOrder", after.map(SearchCursor::heldOrder).orElse(null))
                  .bind("id", after.map(SearchCursor::id).orElse(null))
                  .bind("kind", after.map(SearchCursor::kind).orElse(null))
                  .bind("most", MOST)
                  .bind("marked", MARKED)
                  .bind("limit", limit);
          return json.read(search.mapTo(String.class).one(), Found.class);
        });
  }
}
