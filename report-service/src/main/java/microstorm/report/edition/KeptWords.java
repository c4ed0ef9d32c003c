package microstorm.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.outcome.RemovedWords;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Removes the words of removed ideas from the editions of a session: the current and kept ones. */
@ApplicationScoped
public class KeptWords {

  private static final String REPLACED =
      "select import_id, content, outcome from log_replaced where session_id = ? for update";

  /** Of earlier revisions, whose outcome may quote the idea under another id. */
  private static final String FORGET_EARLIER_LAYOUTS =
      """
      delete from log_layout l using report_board b
      where l.session_id = ? and b.session_id = l.session_id and l.revision < b.log_revision
      """;

  private static final String OUTCOMES =
      """
      select revision, outcome from log_layout
      where session_id = ? and outcome is not null for update
      """;

  private static final String CURRENT =
      "select content from log_edition where session_id = ? for update";

  private final Jdbi database;
  private final LogJson json;

  KeptWords(Jdbi database, LogJson json) {
    this.database = database;
    this.json = json;
  }

  private record Row(UUID importId, String content, String outcome) {}

  /**
   * Replaces the words of an idea. In an earlier edition it may have another id, because its topic
   * has changed: there, an idea with this text that the session does not have now is the same one.
   *
   * @param text the words; null if they are unknown
   */
  public void cover(UUID sessionId, UUID ideaId, String text, String placeholder) {
    Set<UUID> others = present(sessionId, text);
    others.remove(ideaId);
    RemovedWords words = new RemovedWords();
    words.add(ideaId, text);
    rewrite(
        sessionId,
        idea ->
            idea.id().equals(ideaId) || (idea.text().equals(text) && !others.contains(idea.id()))
                ? with(idea, placeholder)
                : idea,
        words);
    coverOutcomes(sessionId, words);
  }

  private void coverOutcomes(UUID sessionId, RemovedWords words) {
    database.useHandle(
        handle -> {
          handle.execute(FORGET_EARLIER_LAYOUTS, sessionId);
          Map<Integer, String> outcomes = new HashMap<>();
          handle
              .select(OUTCOMES, sessionId)
              .map((row, context) -> Map.entry(row.getInt("revision"), row.getString("outcome")))
              .forEach(stored -> outcomes.put(stored.getKey(), without(stored.getValue(), words)));
          outcomes.forEach(
              (revision, outcome) ->
                  handle.execute(
                      "update log_layout set outcome = ? where session_id = ? and revision = ?",
                      outcome,
                      sessionId,
                      revision));
        });
  }

  private Set<UUID> present(UUID sessionId, String text) {
    return database.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .select(
                        "select id from report_idea where session_id = ? and text = ?",
                        sessionId,
                        text)
                    .mapTo(UUID.class)
                    .list()));
  }

  /** Puts the words of a reinstated idea back. */
  public void reinstate(UUID sessionId, UUID ideaId, String text) {
    rewrite(sessionId, idea -> idea.id().equals(ideaId) ? with(idea, text) : idea, null);
  }

  /** Rewrites ideas, and removes words from outcomes; null if none are removed. */
  private void rewrite(UUID sessionId, UnaryOperator<ParsedIdea> rewriter, RemovedWords words) {
    database.useHandle(
        handle -> {
          for (Row row : replaced(handle, sessionId)) {
            String content = row.content == null ? null : rewritten(row.content, rewriter, words);
            String outcome =
                row.outcome == null || words == null ? row.outcome : without(row.outcome, words);
            handle.execute(
                """
                update log_replaced set content = ?, outcome = ?, digest = '', text_hash = null
                where import_id = ? and session_id = ?
                """,
                content,
                outcome,
                row.importId,
                sessionId);
          }
          List<String> current = handle.select(CURRENT, sessionId).mapTo(String.class).list();
          for (String content : current) {
            handle.execute(
                "update log_edition set content = ? where session_id = ?",
                rewritten(content, rewriter, null),
                sessionId);
          }
        });
  }

  private static List<Row> replaced(Handle handle, UUID sessionId) {
    return handle
        .select(REPLACED, sessionId)
        .map(
            (row, context) ->
                new Row(
                    row.getObject("import_id", UUID.class),
                    row.getString("content"),
                    row.getString("outcome")))
        .list();
  }

  private String rewritten(String stored, UnaryOperator<ParsedIdea> rewriter, RemovedWords words) {
    SessionContent content = json.read(stored, SessionContent.class);
    List<ParsedIdea> ideas = content.ideas().stream().map(rewriter).toList();
    for (int i = 0; i < ideas.size() && words != null; i++) {
      ParsedIdea before = content.ideas().get(i);
      if (!ideas.get(i).equals(before)) {
        words.add(before.id(), before.text());
      }
    }
    return json.write(
        new SessionContent(
            content.number(),
            content.title(),
            content.date(),
            content.participants(),
            content.problem(),
            content.summary(),
            content.topics(),
            ideas));
  }

  private String without(String stored, RemovedWords words) {
    return json.write(words.without(json.read(stored, SessionOutcome.class)));
  }

  private static ParsedIdea with(ParsedIdea idea, String text) {
    return new ParsedIdea(
        idea.id(), idea.topicId(), idea.parentId(), idea.position(), idea.kind(), text);
  }
}
