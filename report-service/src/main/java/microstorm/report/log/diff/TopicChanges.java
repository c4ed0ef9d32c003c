package microstorm.report.log.diff;

import static microstorm.report.log.diff.ChangeList.from;
import static microstorm.report.log.diff.ChangeList.inTopic;
import static microstorm.report.log.diff.ChangeList.to;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;

/** Describes which topics were added, renamed, moved and removed. */
final class TopicChanges {
  private final Map<UUID, ParsedTopic> before;
  private final Map<UUID, ParsedTopic> after;
  private final ChangeList changes;

  private TopicChanges(SessionContent before, SessionContent after, ChangeList changes) {
    this.before = ChangeList.topicsById(before);
    this.after = ChangeList.topicsById(after);
    this.changes = changes;
  }

  static void describe(SessionContent before, SessionContent after, ChangeList changes) {
    new TopicChanges(before, after, changes).describe();
  }

  private void describe() {
    for (ParsedTopic topic : after.values()) {
      ParsedTopic was = before.get(topic.id());
      if (was == null) {
        changes.add(named(topic) + " was added" + inTopic(after, topic.parentId()) + ".");
      } else {
        compare(was, topic);
      }
    }
    before.values().stream()
        .filter(topic -> !after.containsKey(topic.id()))
        .forEach(
            topic ->
                changes.add(
                    named(topic) + " was removed" + from(inTopic(before, topic.parentId())) + "."));
  }

  private void compare(ParsedTopic was, ParsedTopic topic) {
    if (!was.title().equals(topic.title())) {
      changes.add(named(was) + " was renamed to " + Quotation.of(topic.title()) + ".");
    }
    if (!Objects.equals(was.parentId(), topic.parentId())) {
      String place = to(inTopic(after, topic.parentId()), " to the top");
      changes.add(named(topic) + " was moved" + place + ".");
    }
  }

  private static String named(ParsedTopic topic) {
    return "Topic " + Quotation.of(topic.title());
  }
}
