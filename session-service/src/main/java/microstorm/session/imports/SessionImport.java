package microstorm.session.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import microstorm.messaging.outbox.Outbox;
import microstorm.messaging.outbox.OutgoingEvent;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import microstorm.session.core.SessionEvents;
import microstorm.session.deletion.Retention;
import microstorm.session.event.ParticipantJoined;
import microstorm.session.event.ParticipantLeft;
import microstorm.session.event.SessionClosed;
import microstorm.session.event.SessionImportRefused;
import microstorm.session.team.Team;

/**
 * Imports a session from a log as a closed session, with the same events as any other session. Its
 * last event carries the revision of the log, so that a reader knows the session is complete.
 */
@ApplicationScoped
class SessionImport {

  private final Retention retention;
  private final Outbox outbox;
  private final Clock clock;

  SessionImport(Retention retention, Outbox outbox, Clock clock) {
    this.retention = retention;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Imports the session, unless this edition or a later one was imported before. */
  void take(LogSessionParsed parsed) {
    Session session = Session.findById(parsed.sessionId());
    if (session != null && !session.teamId.equals(parsed.teamId())) {
      refuse(parsed, "session-of-another-team", "The session belongs to another team.");
    } else if (!Team.exists(parsed.teamId())) {
      refuse(parsed, "team-missing", "The team that this log belongs to does not exist.");
    } else if (session == null) {
      outbox.append(create(parsed));
    } else if (session.logRevision == null || session.logRevision < parsed.logRevision()) {
      outbox.append(change(session, parsed));
    }
  }

  private void refuse(LogSessionParsed parsed, String code, String reason) {
    outbox.append(
        new SessionImportRefused(
            parsed.sessionId(), parsed.teamId(), parsed.logRevision(), reason, code, null));
  }

  private List<OutgoingEvent> create(LogSessionParsed parsed) {
    Instant now = clock.instant();
    Session session = new Session();
    session.id = parsed.sessionId();
    session.teamId = parsed.teamId();
    session.phase = Phase.CLOSED;
    session.createdAt = now;
    copy(parsed, session, now);
    session.persistAndFlush(); // the timer refers to it

    List<OutgoingEvent> events = new ArrayList<>();
    retention.schedule(session, now);
    events.add(SessionEvents.planned(session));
    events.addAll(seat(session, parsed));
    events.add(
        new SessionClosed(
            session.id, session.teamId, now, session.logRevision, session.participants.size()));
    return events;
  }

  private List<OutgoingEvent> change(Session session, LogSessionParsed parsed) {
    copy(parsed, session, clock.instant());
    List<OutgoingEvent> events = new ArrayList<>(seat(session, parsed));
    events.add(SessionEvents.changed(session, session.participants.size()));
    return events;
  }

  private static void copy(LogSessionParsed parsed, Session session, Instant now) {
    session.number = parsed.number();
    session.title = parsed.title();
    session.problem = parsed.problem();
    session.summary = parsed.summary();
    session.heldOn = parsed.heldOn();
    session.logRevision = parsed.logRevision();
    session.updatedAt = now;
  }

  /** Sets the list of participants to that of the log, and publishes only the differences. */
  private static List<OutgoingEvent> seat(Session session, LogSessionParsed parsed) {
    List<OutgoingEvent> events = new ArrayList<>();
    List<UUID> named = parsed.participants().stream().map(LogSessionParsed.Person::id).toList();
    Map<UUID, Participant> seated =
        session.participants.stream().collect(Collectors.toMap(p -> p.id, p -> p));
    session.participants.stream()
        .filter(present -> !named.contains(present.id))
        .forEach(absent -> events.add(new ParticipantLeft(session.id, absent.id, false, false)));
    session.participants.removeIf(present -> !named.contains(present.id));
    Map<UUID, Participant> known = new HashMap<>(seated);
    IntStream.range(0, named.size())
        .forEach(
            position -> {
              LogSessionParsed.Person person = parsed.participants().get(position);
              Participant present = known.get(person.id());
              if (present == null) {
                session.participants.add(
                    new Participant(person.id(), session, position, person.name()));
              } else if (present.position == position) {
                return;
              } else {
                present.position = position;
              }
              events.add(
                  new ParticipantJoined(
                      session.id, person.id(), position, person.name(), "participant", null));
            });
    return events;
  }
}
