package microstorm.report.standard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.report.course.Happening;
import microstorm.report.course.Happening.HappeningDetail;
import microstorm.report.course.Happening.HappeningRoom;
import microstorm.report.course.HappeningKind;
import microstorm.report.course.SessionPhase;

/** The facts of a session that kept every standard, which a test changes. */
final class Held {

  private static final Instant BEGIN = Instant.parse("2026-01-02T09:00:00Z");

  boolean ofLog;
  int rulesVersion = 1;
  String language = "en";
  boolean overDays;
  boolean hasProblem = true;
  int criteria = 2;
  int people = 6;
  int participants = 5;
  int ideas = 25;
  int buildOns = 5;
  Integer writers = 5;
  Integer hints = 0;
  List<Integer> ideasByPerson = List.of(5, 5, 5, 5, 5);
  final List<Happening> happenings = new ArrayList<>();

  /** A session of 10 quiet minutes, 20 minutes of sharing, and no break. */
  Held() {
    add(0, HappeningKind.LOBBY_OPENED);
    tick("room", "tools", "time", "interruptions");
    add(2, HappeningKind.QUIET_STARTED);
    sharing(12, 600);
    add(32, HappeningKind.CLOSING);
  }

  SessionFacts facts() {
    return new SessionFacts(
        ofLog,
        rulesVersion,
        language,
        overDays,
        hasProblem,
        criteria,
        people,
        participants,
        ideas,
        buildOns,
        writers,
        hints,
        ideasByPerson,
        happenings);
  }

  Held restart() {
    happenings.clear();
    return this;
  }

  Held add(int minute, HappeningKind kind) {
    return add(minute, kind, detail(null, null, null, null, null));
  }

  Held tick(String... items) {
    return add(1, HappeningKind.CHECKLIST_CHANGED, detail(null, null, null, List.of(items), null));
  }

  Held sharing(int minute, long quietSeconds) {
    return add(minute, HappeningKind.SHARING_STARTED, detail(quietSeconds, null, null, null, null));
  }

  Held rooms(int... sizes) {
    List<HappeningRoom> rooms = new ArrayList<>();
    for (int size : sizes) {
      rooms.add(
          new HappeningRoom(
              rooms.size() + 1, Stream.generate(UUID::randomUUID).limit(size).toList()));
    }
    return add(1, HappeningKind.ROOMS_FORMED, detail(null, null, rooms, null, null));
  }

  Held backTo(int minute, SessionPhase phase) {
    return add(minute, HappeningKind.PHASE_REVERTED, detail(null, phase, null, null, null));
  }

  Held closedByItself(int minute) {
    return add(minute, HappeningKind.CLOSING, detail(null, null, null, null, true));
  }

  private Held add(int minute, HappeningKind kind, HappeningDetail detail) {
    happenings.add(new Happening(BEGIN.plusSeconds(60L * minute), kind, detail));
    return this;
  }

  private static HappeningDetail detail(
      Long quietSeconds,
      SessionPhase to,
      List<HappeningRoom> rooms,
      List<String> ticked,
      Boolean automatic) {
    return new HappeningDetail(
        null,
        null,
        null,
        quietSeconds,
        null,
        null,
        null,
        null,
        to,
        null,
        null,
        null,
        rooms,
        ticked,
        null,
        null,
        automatic);
  }
}
