package microstorm.report.edition;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import microstorm.report.event.LogSessionParsed;
import microstorm.report.log.model.ParsedSession;

/** Converts parsed sessions into events for the other services. */
public final class ParsedEvents {

  private ParsedEvents() {}

  /** The event about this edition of a session. */
  public static LogSessionParsed of(UUID teamId, int revision, ParsedSession session) {
    return new LogSessionParsed(
        session.id(),
        teamId,
        revision,
        session.number(),
        session.title(),
        session.problem(),
        session.summary(),
        session.date(),
        people(session),
        session.topics().stream()
            .map(
                topic ->
                    new LogSessionParsed.Topic(
                        topic.id(), topic.parentId(), topic.position(), topic.title()))
            .toList(),
        session.ideas().stream()
            .map(
                idea ->
                    new LogSessionParsed.Idea(
                        idea.id(),
                        idea.topicId(),
                        idea.parentId(),
                        idea.position(),
                        idea.kind().name().toLowerCase(Locale.ROOT),
                        idea.text()))
            .toList());
  }

  /** A name has the same id in every edition; a name that occurs twice means two people. */
  private static List<LogSessionParsed.Person> people(ParsedSession session) {
    NameBasedGenerator ids = Generators.nameBasedGenerator(session.id());
    Map<String, Integer> seen = new HashMap<>();
    List<LogSessionParsed.Person> people = new ArrayList<>();
    for (String name : session.participants()) {
      int occurrence = seen.merge(name, 1, Integer::sum);
      people.add(
          new LogSessionParsed.Person(
              ids.generate("participant/" + name + "#" + occurrence), name));
    }
    return people;
  }
}
