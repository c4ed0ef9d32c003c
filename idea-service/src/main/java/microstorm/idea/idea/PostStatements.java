package microstorm.idea.idea;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.idea.board.Board;
import microstorm.idea.board.Phase;
import microstorm.idea.event.Comparison;
import microstorm.idea.link.Link;
import microstorm.messaging.OutboxRows;

/**
 * The three statements by which a group of posts is written. Plain JDBC, since this is the one path
 * where it counts: the driver keeps them prepared.
 */
@ApplicationScoped
class PostStatements {

  /** In the order of their ids, so that two groups never wait for each other. */
  private static final String LOCK =
      """
      select session_id, team_id, phase, seq, log_revision, anonymous, votes_per_person,
        votes_on_own_ideas, break_id, ideas
      from board where session_id = any(?) order by session_id for update
      """;

  private static final String FACTS =
      """
      select 'idea' as fact, id, session_id, topic_id, depth, shared, withdrawn, edit_hash,
        position, text
      from idea where id = any(?)
      union all
      select 'topic', id, session_id, null, 0, true, false, null, 0, null
      from topic where id = any(?) and not removed
      union all
      select 'gone', participant_id, session_id, null, 0, true, false, null, 0, null
      from seat where participant_id = any(?) and not present
      """;

  private static final String WRITE =
      """
      with ideas as (
        insert into idea (id, session_id, topic_id, parent_id, position, kind, text, comparison,
          author_id, edit_hash, shared, depth, seq, submitted_at)
        select id, session_id, topic_id, parent_id, seq, kind, text, comparison::jsonb,
          author_id, edit_hash, shared, depth, seq, ?::timestamptz
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
            ?::uuid[], ?::bytea[], ?::bool[], ?::int4[], ?::int8[])
          as i (id, session_id, topic_id, parent_id, kind, text, comparison, author_id, edit_hash,
            shared, depth, seq)),
      links as (
        insert into link (id, idea_id, session_id, position, title, url)
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int4[], ?::text[], ?::text[])),
      writers as (
        insert into writer (session_id, writer)
        select * from unnest(?::uuid[], ?::bytea[]) on conflict do nothing),
      counts as (
        update board set seq = c.seq, ideas = c.ideas, hints = hints + c.more_hints
        from unnest(?::uuid[], ?::int8[], ?::int4[], ?::int4[])
          as c (session_id, seq, ideas, more_hints)
        where board.session_id = c.session_id)
      insert into outbox (id, topic, source, traceparent, key, type, subject, payload)
      select id, ?, ?, traceparent, key, type, subject, payload
      from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[])
        with ordinality as e (id, traceparent, key, type, subject, payload, n)
      order by n
      """;

  private final ObjectMapper json;

  PostStatements(ObjectMapper json) {
    this.json = json;
  }

  /** Locks the boards of these posts until the transaction ends. */
  void lock(Connection connection, List<Post> posts, Facts facts) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, distinct(connection, posts.stream().map(Post::sessionId)));
      try (ResultSet row = lock.executeQuery()) {
        while (row.next()) {
          facts.addBoard(board(row));
        }
      }
    }
  }

  private static Board board(ResultSet row) throws SQLException {
    return new Board(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Phase.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getLong(4),
        row.getObject(5, Integer.class),
        row.getBoolean(6),
        row.getInt(7),
        row.getBoolean(8),
        row.getObject(9, UUID.class),
        row.getInt(10));
  }

  /** Reads what the verdicts depend on. */
  void read(Connection connection, List<Post> posts, Facts facts) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(FACTS)) {
      read.setArray(
          1, distinct(connection, posts.stream().flatMap(p -> Stream.of(p.id(), p.parentId()))));
      read.setArray(2, distinct(connection, posts.stream().map(Post::topicId)));
      read.setArray(3, distinct(connection, posts.stream().map(post -> post.author().id())));
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          add(row, facts);
        }
      }
    }
  }

  private static void add(ResultSet row, Facts facts) throws SQLException {
    UUID id = row.getObject(2, UUID.class);
    UUID sessionId = row.getObject(3, UUID.class);
    switch (row.getString(1)) {
      case "topic" -> facts.addTopic(id, sessionId);
      case "gone" -> facts.addGone(id);
      default ->
          facts.addIdea(
              new StandingIdea(
                  id,
                  sessionId,
                  row.getObject(4, UUID.class),
                  row.getInt(5),
                  row.getBoolean(6),
                  row.getBoolean(7),
                  row.getBytes(8),
                  row.getLong(9),
                  row.getString(10)));
    }
  }

  /** Writes the accepted posts with their links and events, and the boards' counters. */
  void write(
      Connection connection, List<Verdict> accepted, Facts facts, OutboxRows events, Instant now)
      throws SQLException {
    List<Post> posts = accepted.stream().map(Verdict::post).toList();
    List<StandingIdea> ideas = accepted.stream().map(Verdict::idea).toList();
    List<Post> linked = posts.stream().flatMap(p -> p.links().stream().map(l -> p)).toList();
    List<Link> links = posts.stream().flatMap(post -> post.links().stream()).toList();
    Collection<Facts.Count> boards = facts.changedBoards();
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      new Columns(connection, statement)
          .value(now.toString())
          .uuids(posts, Post::id)
          .uuids(posts, Post::sessionId)
          .uuids(ideas, StandingIdea::topicId)
          .uuids(posts, Post::parentId)
          .texts(posts, Post::kind)
          .texts(posts, Post::text)
          .texts(posts, post -> write(post.comparison()))
          .uuids(posts, facts::authorId)
          .bytes(ideas, StandingIdea::editHash)
          .flags(ideas, StandingIdea::shared)
          .integers(ideas, StandingIdea::depth)
          .numbers(ideas, StandingIdea::position)
          .uuids(links, Link::id)
          .uuids(links, Link::ideaId)
          .uuids(linked, Post::sessionId)
          .integers(links, Link::position)
          .texts(links, Link::title)
          .texts(links, Link::url)
          .uuids(posts, Post::sessionId)
          .bytes(posts, Post::writerHash)
          .uuids(boards, Facts.Count::sessionId)
          .numbers(boards, Facts.Count::seq)
          .integers(boards, Facts.Count::ideas)
          .integers(boards, Facts.Count::hints)
          .value(events.topic())
          .value(events.source())
          .array("uuid", events.ids())
          .array("text", events.traceparents())
          .array("uuid", events.keys())
          .array("text", events.types())
          .array("text", events.subjects())
          .array("text", events.payloads());
      statement.executeUpdate();
    }
  }

  private String write(Comparison comparison) {
    try {
      return comparison == null ? null : json.writeValueAsString(comparison);
    } catch (JsonProcessingException e) {
      // Without the cause: its message may quote what people wrote.
      throw new IllegalArgumentException("A comparison is not serialisable");
    }
  }

  private static Array distinct(Connection connection, Stream<UUID> ids) throws SQLException {
    return connection.createArrayOf(
        "uuid", ids.filter(Objects::nonNull).distinct().toArray(UUID[]::new));
  }
}
