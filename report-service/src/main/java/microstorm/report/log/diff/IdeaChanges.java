package microstorm.report.log.diff;

import static microstorm.report.log.diff.ChangeList.byId;
import static microstorm.report.log.diff.ChangeList.from;
import static microstorm.report.log.diff.ChangeList.inTopic;
import static microstorm.report.log.diff.ChangeList.to;
import static microstorm.report.log.diff.ChangeList.topicsById;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;

/** Describes which ideas were added, edited, moved and removed. */
final class IdeaChanges {
  private final Map<UUID, ParsedIdea> before;
  private final Map<UUID, ParsedIdea> after;
  private final Map<UUID, ParsedTopic> topicsBefore;
  private final Map<UUID, ParsedTopic> topicsAfter;
  private final ChangeList changes;

  private IdeaChanges(SessionContent before, SessionContent after, ChangeList changes) {
    this.before = byId(before.ideas(), ParsedIdea::id);
    this.after = byId(after.ideas(), ParsedIdea::id);
    this.topicsBefore = topicsById(before);
    this.topicsAfter = topicsById(after);
    this.changes = changes;
  }

  static void describe(SessionContent before, SessionContent after, ChangeList changes) {
    new IdeaChanges(before, after, changes).describe();
  }

  /** An idea with the same kind and text is the same idea, even if its id differs. */
  private void describe() {
    Map<String, List<ParsedIdea>> removed = new LinkedHashMap<>();
    before.values().stream()
        .filter(idea -> !after.containsKey(idea.id()))
        .forEach(
            idea -> removed.computeIfAbsent(content(idea), text -> new ArrayList<>()).add(idea));
    for (ParsedIdea idea : after.values()) {
      List<ParsedIdea> same = removed.get(content(idea));
      ParsedIdea was = before.get(idea.id());
      if (was == null && same != null && !same.isEmpty()) {
        was = same.remove(0);
      }
      if (was == null) {
        changes.add(named(idea) + " was added" + inTopic(topicsAfter, idea.topicId()) + ".");
      } else {
        compare(was, idea);
      }
    }
    removed.values().forEach(ideas -> ideas.forEach(this::removed));
  }

  private void compare(ParsedIdea was, ParsedIdea idea) {
    if (!was.text().equals(idea.text())) {
      changes.add(named(was) + " now reads " + Quotation.of(idea.text()) + ".");
    }
    if (!Objects.equals(was.topicId(), idea.topicId())) {
      String place = to(inTopic(topicsAfter, idea.topicId()), " out of its topic");
      changes.add(named(idea) + " was moved" + place + ".");
    } else if (!Objects.equals(was.parentId(), idea.parentId())) {
      ParsedIdea parent = after.get(idea.parentId());
      changes.add(
          named(idea)
              + " was moved "
              + (parent == null
                  ? "to the top of its topic"
                  : "under " + Quotation.of(parent.text()))
              + ".");
    }
  }

  private void removed(ParsedIdea idea) {
    String place = from(inTopic(topicsBefore, idea.topicId()));
    changes.add(named(idea) + " was removed" + place + ".");
  }

  private static String content(ParsedIdea idea) {
    return idea.kind() + " " + idea.text();
  }

  private static String named(ParsedIdea idea) {
    String kind = idea.kind().name();
    return kind.charAt(0)
        + kind.substring(1).toLowerCase(Locale.ROOT)
        + " "
        + Quotation.of(idea.text());
  }
}
