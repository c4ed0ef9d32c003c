package microstorm.report.log.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.model.Identities;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.words.Words;

/**
 * Reads entries with a check box as actions, such as {@code [ ] Nora: measure it by 2021-04-01}.
 */
public final class CheckBoxActions {
  private static final int LONGEST_OWNER = 40;
  private static final int LONGEST = 1_000;
  private static final String NAME = "\\p{L}[\\p{L}'\u2019.-]*(?: \\p{L}[\\p{L}'\u2019.-]*){0,2}";
  private static final Pattern OWNER_FIRST =
      Pattern.compile(
          "(?<mark>[*_]{0,3}@?)(?<name>"
              + NAME
              + ")[*_]{0,3}[:\uFF1A][*_]{0,3}(?:\\s+|(?<=\uFF1A))");
  private static final Pattern DASH = Pattern.compile("\\s[-\u2013\u2014]\\s");
  private static final Pattern TODO = Pattern.compile("^(?:TODO|AI|ACTION)\\b[:\\s]{1,3}(?=\\S)");
  private static final Pattern MENTION_FIRST =
      Pattern.compile("(?<mark>@)(?<name>[\\p{L}\\d][\\p{L}\\d_.-]*)[,:]?\\s+");
  private static final Pattern OWNER_LAST =
      Pattern.compile("\\s*\\((?<mark>@?)(?<name>" + NAME + ")\\)$");
  private static final Pattern MENTION_LAST =
      Pattern.compile("\\s*(?<mark>@)(?<name>[\\p{L}\\d][\\p{L}\\d_.-]*)$");

  private final LocalDate held;
  private final KnownPeople people;
  private String text;
  private String owner;
  private LocalDate due;

  private CheckBoxActions(String text, LocalDate held, KnownPeople people) {
    this.text = text;
    this.held = held;
    this.people = people;
  }

  /**
   * The actions among these entries.
   *
   * @param held the day of the session; null if it is unknown
   */
  public static SessionOutcome outcome(
      List<ParsedIdea> ideas, LocalDate held, List<String> participants, Identities ids) {
    KnownPeople people = new KnownPeople(participants);
    List<SessionOutcome.Action> actions = new ArrayList<>();
    for (ParsedIdea idea : ideas) {
      if (idea.kind().bullet() && CheckBoxes.begins(idea.text())) {
        boolean done = CheckBoxes.ticked(idea.text());
        CheckBoxActions read =
            new CheckBoxActions(CheckBoxes.text(idea.text()), held, people).read();
        UUID id = ids.part("action", read.text);
        actions.add(
            new SessionOutcome.Action(
                id, idea.id(), read.text, read.owner, read.due, done ? "done" : "open", null));
      }
    }
    return SessionOutcome.NONE.with(actions);
  }

  private CheckBoxActions read() {
    if (text.length() <= LONGEST) {
      text = TODO.matcher(text).replaceFirst("");
      ownerFirst();
      due();
      ownerLast();
      ownerBesideDash();
    }
    return this;
  }

  private void ownerFirst() {
    for (Pattern form : new Pattern[] {OWNER_FIRST, MENTION_FIRST}) {
      Matcher found = form.matcher(text);
      if (found.lookingAt() && found.end() < text.length() && isOwner(found)) {
        text = text.substring(found.end());
      }
    }
  }

  private void ownerLast() {
    for (Pattern form : new Pattern[] {OWNER_LAST, MENTION_LAST}) {
      Matcher found = form.matcher(text);
      if (found.find() && found.start() > 0 && isOwner(found)) {
        text = text.substring(0, found.start());
      }
    }
  }

  /** Takes the name as the owner, if it has the mark of one or the people show that it is one. */
  private boolean isOwner(Matcher found) {
    String name = found.group("name");
    boolean taken =
        owner == null
            && name.length() <= LONGEST_OWNER
            && !Words.DUE.contains(Words.lower(name))
            && people.isOwner(name, found.group("mark"));
    owner = taken ? name : owner;
    return taken;
  }

  /** A participant before or after a dash. */
  private void ownerBesideDash() {
    Matcher first = DASH.matcher(text);
    if (owner == null && first.find() && people.has(text.substring(0, first.start()))) {
      owner = text.substring(0, first.start());
      text = text.substring(first.end());
    }
    int last = -1;
    int end = -1;
    for (first.reset(text); owner == null && first.find(); end = first.end()) {
      last = first.start();
    }
    if (last > 0 && people.has(text.substring(end))) {
      owner = text.substring(end);
      text = text.substring(0, last);
    }
  }

  /** The day after a word such as "by", or alone in brackets; the words before it stay the text. */
  private void due() {
    for (int i = 1; i < text.length(); i++) {
      char previous = text.charAt(i - 1);
      if (!Character.isLetterOrDigit(text.charAt(i)) || Character.isLetterOrDigit(previous)) {
        continue;
      }
      Optional<DateForms.Written> found = DateForms.read(text, i, text.length());
      int before = found.isEmpty() ? -1 : wordBefore(i);
      if (before > 0) {
        DateForms.Written date = found.get();
        due = date.yearless() ? completed(date.date()) : date.date();
        String after = text.substring(date.stop()).replaceFirst("^[\\])\uFF09]", "").strip();
        text = text.substring(0, before).strip() + (after.isEmpty() ? "" : " " + after);
        return;
      }
    }
  }

  /** The offset of a word or sign that makes the date at this offset a due date; 0 without one. */
  private int wordBefore(int date) {
    int end = date;
    while (end > 0 && " :\uFF1A\t".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean bracket = end > 0 && "([\uFF08".indexOf(text.charAt(end - 1)) >= 0;
    boolean sign = end > 1 && text.startsWith("\uD83D\uDCC5", end - 2);
    if (sign) {
      return end - 2;
    }
    for (int start = end; start >= Math.max(0, end - 20); start--) {
      boolean begins = start == 0 || !Character.isLetter(text.charAt(start - 1));
      if (begins && Words.DUE.contains(Words.lower(text.substring(start, end)))) {
        boolean inBracket = start > 0 && "([\uFF08".indexOf(text.charAt(start - 1)) >= 0;
        return inBracket ? start - 1 : start;
      }
    }
    return bracket ? end - 1 : 0;
  }

  /** The first such day after the session, or shortly before it. */
  private LocalDate completed(LocalDate yearless) {
    if (held == null) {
      return null;
    }
    LocalDate day = yearless.withYear(held.getYear());
    return day.isBefore(held.minusDays(60)) ? yearless.withYear(held.getYear() + 1) : day;
  }
}
