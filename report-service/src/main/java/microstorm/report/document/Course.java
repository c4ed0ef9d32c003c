package microstorm.report.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import microstorm.report.course.Happening;
import microstorm.report.course.Happening.HappeningDetail;
import microstorm.report.course.HappeningKind;
import microstorm.report.document.ReportDocument.Step;

/** The timeline of a session in words, with the durations of phases and breaks. */
final class Course {

  private static final Set<HappeningKind> PHASES =
      EnumSet.of(
          HappeningKind.LOBBY_OPENED,
          HappeningKind.QUIET_STARTED,
          HappeningKind.SHARING_STARTED,
          HappeningKind.CONVERGING_STARTED,
          HappeningKind.AGREEING_STARTED,
          HappeningKind.PHASE_REVERTED,
          HappeningKind.CLOSING,
          HappeningKind.CANCELLED);

  private final List<Happening> happenings;
  private final Texts texts;
  private final ZoneId zone;

  private Course(List<Happening> happenings, Texts texts, ZoneId zone) {
    this.happenings = happenings;
    this.texts = texts;
    this.zone = zone;
  }

  static List<Step> of(List<Happening> happenings, Texts texts, ZoneId zone) {
    return new Course(happenings, texts, zone).steps();
  }

  /** The day is named where it changes. */
  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    LocalDate day = null;
    for (int i = 0; i < happenings.size(); i++) {
      Happening happening = happenings.get(i);
      LocalDate today = happening.happenedAt().atZone(zone).toLocalDate();
      steps.add(
          new Step(
              today.equals(day) ? "" : texts.shortDay(today),
              texts.time(happening.happenedAt(), zone),
              what(happening),
              details(happening),
              duration(i).map(texts::duration).orElse("")));
      day = today;
    }
    return steps;
  }

  private String what(Happening happening) {
    HappeningDetail detail = happening.detail();
    String key = happening.kind().label();
    return switch (happening.kind()) {
      case PHASE_REVERTED ->
          texts.of(
              key,
              detail.from() == null ? "?" : texts.of("phase." + detail.from().label()),
              detail.to() == null ? "?" : texts.of("phase." + detail.to().label()));
      case ROOMS_FORMED -> texts.count(key, detail.rooms() == null ? 0 : detail.rooms().size());
      default -> texts.of(key);
    };
  }

  private List<String> details(Happening happening) {
    HappeningDetail detail = happening.detail();
    List<String> details = new ArrayList<>();
    if (Boolean.TRUE.equals(detail.rehearsal())) {
      details.add(texts.of("rehearsal"));
    }
    if (detail.quietSeconds() != null) {
      details.add(texts.of("took", texts.duration(Duration.ofSeconds(detail.quietSeconds()))));
    }
    if (detail.pausedSeconds() != null && detail.pausedSeconds() > 0) {
      details.add(
          texts.of("pausedFor", texts.duration(Duration.ofSeconds(detail.pausedSeconds()))));
    }
    if (Boolean.TRUE.equals(detail.endedEarly())) {
      details.add(texts.of("endedEarly"));
    }
    if (detail.votesPerPerson() != null) {
      details.add(texts.count("eachHas", detail.votesPerPerson()));
    }
    if (detail.workedMinutes() != null) {
      details.add(texts.of("worked", texts.duration(Duration.ofMinutes(detail.workedMinutes()))));
    }
    if (detail.ticked() != null) {
      details.add(texts.count("checklist", detail.ticked().size()));
    }
    if (Boolean.TRUE.equals(detail.automatic())) {
      details.add(texts.of("closing.automatic"));
    }
    return details;
  }

  /** How long a phase or break lasted: until the next phase, or the end of the break. */
  private Optional<Duration> duration(int index) {
    Happening begun = happenings.get(index);
    boolean pause = begun.kind() == HappeningKind.BREAK_STARTED;
    boolean last = begun.kind() == HappeningKind.CLOSING || begun.kind() == HappeningKind.CANCELLED;
    if (!pause && (last || !PHASES.contains(begun.kind()))) {
      return Optional.empty();
    }
    return happenings.stream()
        .skip(index + 1L)
        .filter(
            next -> pause ? next.kind() == HappeningKind.BREAK_ENDED : PHASES.contains(next.kind()))
        .map(Happening::happenedAt)
        .findFirst()
        .map((Instant end) -> Duration.between(begun.happenedAt(), end));
  }
}
