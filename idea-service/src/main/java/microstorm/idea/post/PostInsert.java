package microstorm.idea.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import microstorm.http.token.Caller;
import microstorm.idea.event.Comparison;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.link.Link;
import microstorm.messaging.outbox.OutboxRows;

/**
 * Writes a batch of accepted posts, and everything that belongs to them, with one statement. It
 * inserts the ideas in the order of their ids, which clients choose: two batches with the same ids
 * in different orders would wait for each other. The commit is sent together with the statement, so
 * that the boards are locked for one round trip less.
 */
@ApplicationScoped
class PostInsert {

  private static final String WRITE =
      """
      with ideas as (
        insert into idea (id, session_id, topic_id, parent_id, position, kind, text, comparison,
          author_id, edit_hash, shared, slot, depth, room, seen_in, seq, submitted_at)
        select id, session_id, topic_id, parent_id, least(seq, 2147483647), kind, text, comparison::jsonb,
          author_id, edit_hash, shared, slot, depth, room, seen_in, seq,
          case when author_id is not null then ?::timestamptz end
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
            ?::uuid[], ?::bytea[], ?::bool[], ?::uuid[], ?::int4[], ?::int4[],
            ?::int4[], ?::int8[])
          as i (id, session_id, topic_id, parent_id, kind, text, comparison, author_id, edit_hash,
            shared, slot, depth, room, seen_in, seq)
        order by id),
      links as (
        insert into link (id, idea_id, session_id, position, title, url)
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int4[], ?::text[], ?::text[])),
      people as (
        select distinct * from unnest(?::uuid[], ?::bytea[], ?::bool[])
          as p (session_id, writer, participates)),
      writers as (
        insert into writer (session_id, writer)
        select session_id, writer from people on conflict do nothing
        returning session_id, writer),
      counts as (
        update board set seq = c.seq, ideas = c.ideas, hints = hints + c.more_hints,
          participants_written = participants_written + (
            select count(*) from writers join people using (session_id, writer)
            where people.participates and people.session_id = c.session_id)
        from unnest(?::uuid[], ?::int8[], ?::int4[], ?::int4[])
          as c (session_id, seq, ideas, more_hints)
        where board.session_id = c.session_id)
      insert into outbox (id, topic, source, traceparent, key, type, subject, payload)
      select id, ?, ?, traceparent, key, type, subject, payload
      from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[])
        with ordinality as e (id, traceparent, key, type, subject, payload, n)
      order by n;
      commit
      """;

  private final ObjectMapper json;

  PostInsert(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Writes the accepted posts with their links and events, updates the counters of the boards, and
   * commits the transaction.
   *
   * @throws SQLException when nothing was written, or the database is unavailable
   */
  void writeAndCommit(
      Connection connection,
      List<PostResult> accepted,
      BatchState state,
      OutboxRows events,
      Instant now)
      throws SQLException {
    List<Post> posts = accepted.stream().map(PostResult::post).toList();
    List<StoredIdea> ideas = accepted.stream().map(PostResult::idea).toList();
    List<Post> linked = posts.stream().flatMap(p -> p.links().stream().map(l -> p)).toList();
    List<Link> links = posts.stream().flatMap(post -> post.links().stream()).toList();
    Collection<BatchState.Count> boards = state.changedBoards();
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      new ArrayBinder(connection, statement)
          .value(now.toString())
          .uuids(ideas, StoredIdea::id)
          .uuids(ideas, StoredIdea::sessionId)
          .uuids(ideas, StoredIdea::topicId)
          .uuids(ideas, StoredIdea::parentId)
          .texts(ideas, idea -> idea.idea().kind())
          .texts(ideas, StoredIdea::text)
          .texts(ideas, idea -> write(idea.comparison()))
          .uuids(ideas, idea -> idea.origin().authorId())
          .bytes(ideas, idea -> idea.origin().editHash())
          .flags(ideas, StoredIdea::shared)
          .uuids(ideas, idea -> state.slot(idea.id()))
          .integers(ideas, StoredIdea::depth)
          .integers(ideas, StoredIdea::room)
          .integers(ideas, StoredIdea::seenIn)
          .numbers(ideas, StoredIdea::seq)
          .uuids(links, Link::id)
          .uuids(links, Link::ideaId)
          .uuids(linked, Post::sessionId)
          .integers(links, Link::position)
          .texts(links, Link::title)
          .texts(links, Link::url)
          .uuids(posts, Post::sessionId)
          .bytes(posts, Post::writerHash)
          .flags(posts, post -> post.author().role().equals(Caller.PARTICIPANT))
          .uuids(boards, BatchState.Count::sessionId)
          .numbers(boards, BatchState.Count::seq)
          .integers(boards, BatchState.Count::ideas)
          .integers(boards, BatchState.Count::hints)
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
      // Without the cause, because its message may contain text of the idea.
      throw new IllegalArgumentException("A comparison cannot be written as JSON.");
    }
  }
}
