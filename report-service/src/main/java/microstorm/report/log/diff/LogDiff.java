package microstorm.report.log.diff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.SessionContent;

/** Describes in sentences the changes between two editions of a session. */
public final class LogDiff {
  private final SessionContent before;
  private final SessionContent after;
  private final ChangeList changes = new ChangeList();

  private LogDiff(SessionContent before, SessionContent after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The changes; empty if there are none. An entry that moved up or down only because of another
   * entry is not a change. There are at most 50 sentences and one that counts the rest. Texts are
   * shortened to 80 characters.
   */
  public static List<String> between(SessionContent before, SessionContent after) {
    LogDiff diff = new LogDiff(before, after);
    diff.value("number", before.number(), after.number());
    diff.value("title", before.title(), after.title());
    diff.value("date", before.date(), after.date());
    diff.participants();
    diff.value("problem", before.problem(), after.problem());
    diff.value("summary", before.summary(), after.summary());
    TopicChanges.describe(before, after, diff.changes);
    IdeaChanges.describe(before, after, diff.changes);
    return diff.changes.sentences();
  }

  private void value(String name, Object old, Object now) {
    if (!Objects.equals(old, now)) {
      if (old == null) {
        changes.add("The " + name + " is now " + format(now) + ".");
      } else if (now == null) {
        changes.add("The " + name + " " + format(old) + " was removed.");
      } else {
        changes.add("The " + name + " changed from " + format(old) + " to " + format(now) + ".");
      }
    }
  }

  private static String format(Object value) {
    return value instanceof String text ? Quotation.of(text) : value.toString();
  }

  private void participants() {
    Set<String> old = new LinkedHashSet<>(before.participants());
    Set<String> now = new LinkedHashSet<>(after.participants());
    now.stream()
        .filter(name -> !old.contains(name))
        .forEach(name -> changes.add("Participant " + format(name) + " was added."));
    old.stream()
        .filter(name -> !now.contains(name))
        .forEach(name -> changes.add("Participant " + format(name) + " was removed."));
    if (old.equals(now) && !before.participants().equals(after.participants())) {
      changes.add("The participants are listed in another order.");
    }
  }
}
