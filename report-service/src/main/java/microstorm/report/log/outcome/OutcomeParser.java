package microstorm.report.log.outcome;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionOutcome;

/** Reads the lines that {@link OutcomeLines} writes. */
public final class OutcomeParser {
  private static final int HIGHEST_MARK = 5;
  private static final Pattern KEY =
      Pattern.compile("( {2})?([A-Za-z]+(?: [a-z]+)*?(?: \\d{1,6})?): ");
  private static final Pattern MARK =
      Pattern.compile(
          "(\\d(?:\\.\\d{1,17})?) from (\\d{1,6}) for criterion (\\d{1,4}) and (.*)",
          Pattern.DOTALL);
  private static final Pattern UNNAMED = Pattern.compile("(\\d{1,6})" + OutcomeLines.UNNAMED);
  private static final Pattern DOTS = Pattern.compile("(\\d{1,6}) for (.*)", Pattern.DOTALL);
  private static final Set<String> STATES = Set.of("open", "done", "dropped");

  private final List<ParsedTopic> topics;
  private final List<ParsedIdea> ideas;
  private final List<String> people = new ArrayList<>();
  private final List<SessionOutcome.Title> titles = new ArrayList<>();
  private final List<SessionOutcome.Kind> kinds = new ArrayList<>();
  private final List<SessionOutcome.Criterion> criteria = new ArrayList<>();
  private final List<SessionOutcome.Comparison> comparisons = new ArrayList<>();
  private final List<SessionOutcome.Group> groups = new ArrayList<>();
  private final List<SessionOutcome.Votes> votes = new ArrayList<>();
  private final List<SessionOutcome.Mark> marks = new ArrayList<>();
  private final List<SessionOutcome.Action> actions = new ArrayList<>();
  private final List<SessionOutcome.Action> earlier = new ArrayList<>();
  private Integer unnamed;
  private int ids;

  private static final class NotAnOutcome extends RuntimeException {
    NotAnOutcome() {
      super("This is no line of an outcome.", null, false, false);
    }
  }

  private OutcomeParser(List<ParsedTopic> topics, List<ParsedIdea> ideas) {
    this.topics = topics;
    this.ideas = ideas;
  }

  /**
   * The outcome in these lines; null if they are not one. The ids of criteria, groups and actions
   * are not final.
   */
  public static SessionOutcome read(
      List<String> lines, List<ParsedTopic> topics, List<ParsedIdea> ideas) {
    try {
      SessionOutcome outcome = new OutcomeParser(topics, ideas).read(lines);
      return OutcomeLines.of(outcome, topics, ideas).equals(lines) ? outcome : null;
    } catch (NotAnOutcome | DateTimeException | NumberFormatException notOne) {
      return null;
    }
  }

  private SessionOutcome read(List<String> lines) {
    int i = 0;
    while (i < lines.size()) {
      int end = i + 1;
      while (end < lines.size() && lines.get(end).startsWith(OutcomeLines.NESTED)) {
        end++;
      }
      if (!lines.get(i).equals(OutcomeLines.CHECK_BOXES)) {
        item(lines.get(i), lines.subList(i + 1, end));
      }
      i = end;
    }
    requireDifferent(comparisons, SessionOutcome.Comparison::ideaId);
    requireDifferent(votes, SessionOutcome.Votes::ideaId);
    require(unnamed == null || people.isEmpty());
    requireDifferent(marks, mark -> List.of(mark.ideaId(), mark.criterionId()));
    return new SessionOutcome(
        criteria,
        comparisons,
        groups,
        votes,
        marks,
        actions,
        earlier,
        unnamed,
        people,
        titles,
        kinds);
  }

  /** An idea has its dots, its comparison and its mean for a criterion only once. */
  private static <T> void requireDifferent(List<T> all, Function<T, Object> key) {
    require(all.stream().map(key).distinct().count() == all.size());
  }

  private void item(String line, List<String> below) {
    Matcher key = KEY.matcher(line);
    require(key.lookingAt());
    String name = key.group(2);
    String value = line.substring(key.end());
    switch (name.replaceAll(" \\d+$", "")) {
      case "People" -> {
        Matcher number = UNNAMED.matcher(value);
        require(number.matches());
        unnamed = Integer.valueOf(number.group(1));
      }
      case "Person" -> people.add(text(value));
      case "Topic" -> {
        int number = Integer.parseInt(name.substring("Topic ".length()));
        require(number > 0 && number <= topics.size());
        titles.add(new SessionOutcome.Title(topics.get(number - 1).id(), text(value)));
      }
      case "Criterion" -> criteria.add(new SessionOutcome.Criterion(id(), text(value)));
      case "Comparison" -> comparison(idea(value), below);
      case "Group" -> {
        List<UUID> in = below.stream().map(one -> idea(one.substring(2))).toList();
        groups.add(new SessionOutcome.Group(id(), text(value), in));
      }
      case "Dots" -> {
        Matcher dots = DOTS.matcher(value);
        require(dots.matches());
        int number = Integer.parseInt(dots.group(1));
        require(number > 0);
        votes.add(new SessionOutcome.Votes(idea(dots.group(2)), number));
      }
      case "Mark" -> mark(value);
      default -> actionOrKind(name, value, below);
    }
  }

  private void mark(String value) {
    Matcher mark = MARK.matcher(value);
    require(mark.matches());
    int criterion = Integer.parseInt(mark.group(3));
    double mean = Double.parseDouble(mark.group(1));
    int count = Integer.parseInt(mark.group(2));
    require(criterion > 0 && criterion <= criteria.size());
    require(mean >= 1 && mean <= HIGHEST_MARK && count > 0);
    marks.add(
        new SessionOutcome.Mark(
            idea(mark.group(4)), criteria.get(criterion - 1).id(), mean, count));
  }

  private void comparison(UUID idea, List<String> below) {
    require(below.size() >= 2);
    List<String> similarities = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    for (String line : below.subList(2, below.size())) {
      boolean similar = line.startsWith("  similarity: ");
      (similar ? similarities : differences)
          .add(after(similar ? "similarity" : "difference", line));
    }
    comparisons.add(
        new SessionOutcome.Comparison(
            idea,
            after("of", below.get(0)),
            after("with", below.get(1)),
            similarities,
            differences));
  }

  private void actionOrKind(String name, String value, List<String> below) {
    String[] words = name.split(" ");
    if (words[0].equals("Kind") && words.length == 2) {
      IdeaKind kind = kind(words[1]);
      kinds.add(new SessionOutcome.Kind(idea(value), kind));
      return;
    }
    boolean before = words[0].equals("Earlier");
    String state = words[before && words.length > 1 ? 1 : 0].toLowerCase(Locale.ROOT);
    require(words.length == (before ? 3 : 2) && STATES.contains(state));
    UUID from = null;
    String owner = null;
    LocalDate due = null;
    Instant finished = null;
    for (String line : below) {
      if (line.startsWith("  from: ")) {
        from = idea(line.substring("  from: ".length()));
      } else if (line.startsWith("  owner: ")) {
        owner = after("owner", line);
      } else if (line.startsWith("  due: ")) {
        due = LocalDate.parse(after("due", line));
      } else {
        finished = Instant.parse(after("finished", line));
      }
    }
    (before ? earlier : actions)
        .add(new SessionOutcome.Action(id(), from, text(value), owner, due, state, finished));
  }

  private static IdeaKind kind(String name) {
    for (IdeaKind kind : IdeaKind.values()) {
      if (kind.name().equalsIgnoreCase(name)) {
        return kind;
      }
    }
    throw new NotAnOutcome();
  }

  private static String after(String key, String line) {
    String before = OutcomeLines.NESTED + key + ": ";
    require(line.startsWith(before));
    return text(line.substring(before.length()));
  }

  private static String text(String escaped) {
    String text = OutcomeText.unescape(escaped);
    require(text != null);
    return text;
  }

  private UUID idea(String reference) {
    ParsedIdea idea = OutcomeText.idea(reference, ideas);
    require(idea != null);
    return idea.id();
  }

  private UUID id() {
    return new UUID(1, ++ids);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new NotAnOutcome();
    }
  }
}
