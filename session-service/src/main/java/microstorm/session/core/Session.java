package microstorm.session.core;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.session.request.RequestDigest;
import org.hibernate.annotations.SQLRestriction;

/** A brainstorming session of a team. Those of a deleted team cannot be found any more. */
@Entity
@SQLRestriction("team_id not in (select r.team_id from team_removal r)")
public class Session extends PanacheEntityBase {

  @Id public UUID id;
  public UUID teamId;
  public Integer number;
  public String title;
  public String problem;
  public String summary;
  public LocalDate heldOn;
  public Phase phase;
  public Integer logRevision;

  /** The hash of the key by which a repeated request finds the session; null without one. */
  public byte[] retryHash;

  /** The digest of the request that came with the retry key ({@link RequestDigest}). */
  public byte[] retryDigest;

  /** Whether the session shows the actions of the team's other sessions while it runs. */
  @Column(name = "carry_actions")
  public boolean showActions;

  public Instant createdAt;
  public Instant updatedAt;

  /** The day of the session in the team's list, which the database derives. */
  @Column(insertable = false, updatable = false)
  public LocalDate listedOn;

  /** Null for a session of a log, which nobody joins. */
  public String joinCode;

  public String facilitatorCode;

  /** The secret for reading the report; null while there is none. */
  public String readerCode;

  /** Whether observers may read the report. */
  public boolean reportForObservers = true;

  /** The number of seats that had been given when the codes were last renewed. */
  public int seatsBefore;

  public Instant plannedAt;
  public String timeZone;

  /** The language of hints and cards: {@code en} or {@code de}. */
  public String language = "en";

  /** Null for a session of a log. */
  @Embedded public Settings settings;

  /** The beginning of the phase; null for a session of a log, and before the lobby. */
  public Instant phaseSince;

  /**
   * The end of the quiet phase of a session over days; null when its minimum length is given in
   * minutes.
   */
  public Instant quietUntil;

  /** The end of the minimum quiet time; a break postpones it. */
  public Instant quietEndsAt;

  /** The end of the time that was set for another phase than the quiet one; null without it. */
  public Instant timerEndsAt;

  /** The time since which the group has worked without a break; null before the start. */
  public Instant workingSince;

  /** Whether the session began to close by itself, because nobody closed it. */
  public boolean closesByItself;

  /** The phase that was announced; null when none is. */
  public Phase nextPhase;

  /** The time of the announcement; null when there is none. */
  public Instant announcedAt;

  /** The time at which the announced phase begins; null when none is announced. */
  public Instant nextPhaseAt;

  /** Whether it was announced because everybody is ready, and not by a person. */
  public boolean announcedByItself;

  /** Whether a facilitator stopped such an announcement since somebody was last not ready. */
  public boolean advanceStopped;

  /** Whether somebody has written an idea, according to idea-service. */
  public boolean hasIdeas;

  /** Whether it is deleted as soon as it ends, and has no place in the log. */
  public boolean rehearsal;

  /** Whether the group is split into rooms. */
  public boolean roomsOpen;

  /** The running break; null when there is none. */
  public UUID breakId;

  public List<String> cards = new ArrayList<>();
  public List<String> checklist = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "criterion", joinColumns = @JoinColumn(name = "session_id"))
  @OrderColumn(name = "position")
  public List<Criterion> criteria = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "planned_break", joinColumns = @JoinColumn(name = "session_id"))
  @OrderColumn(name = "position")
  public List<PlannedBreak> plannedBreaks = new ArrayList<>();

  @OneToMany(mappedBy = "session", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  public List<Participant> participants = new ArrayList<>();

  /** The time zone of the session; UTC by default. */
  public ZoneId zone() {
    return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
  }

  /** The day for which it is planned; null without a planned time. */
  public LocalDate plannedOn() {
    return plannedAt == null ? null : plannedAt.atZone(zone()).toLocalDate();
  }

  /** Whether a break is running. */
  public boolean isOnBreak() {
    return breakId != null;
  }

  /** Whether nothing shows what a single person wrote, chose or waits for. */
  public boolean isAnonymous() {
    return settings != null && settings.anonymous();
  }

  /** Whether the quiet phase ends at a date, so that people come and go in it. */
  public boolean isOverDays() {
    return quietUntil != null;
  }

  /** Whether the quiet phase runs, and ends at a date. */
  public boolean isQuietOverDays() {
    return phase == Phase.QUIET && isOverDays();
  }

  /** Whether people may write now, although the group has not started. */
  public boolean collectsEarly() {
    return phase.isBeforeStart() && settings != null && settings.collectEarly();
  }

  /**
   * Whether the session shows who is connected. When people come and go to write, their presence
   * shows who has just written.
   */
  public boolean showsPresence() {
    return !phase.isOver() && !isQuietOverDays() && !(phase == Phase.PLANNED && collectsEarly());
  }

  /** Whether the group can take a break together in this phase. */
  public boolean takesBreaks() {
    return phase.isRunning() && !isQuietOverDays();
  }

  /** The end of the minimum quiet time, or of the time that was set for another phase. */
  public Instant phaseEndsAt() {
    return phase == Phase.QUIET ? quietEndsAt : timerEndsAt;
  }

  /**
   * Enters a phase. In the quiet phase the minimum quiet time and the work begin; before it nobody
   * works. In a session over days the group begins to work together when it shares.
   */
  public void enter(Phase next, Instant now) {
    boolean gathers = isQuietOverDays();
    phase = next;
    phaseSince = next == Phase.PLANNED ? null : now;
    updatedAt = now;
    advanceStopped = false;
    announce(null, null, null);
    timerEndsAt =
        settings == null
            ? null
            : settings.minutesOf(next).map(time -> now.plus(Duration.ofMinutes(time))).orElse(null);
    if (next.isBeforeStart()) {
      closesByItself = false;
      workingSince = null;
    }
    if (next == Phase.QUIET) {
      heldOn = now.atZone(zone()).toLocalDate();
      quietEndsAt =
          isOverDays() ? quietUntil : now.plus(Duration.ofMinutes(settings.quietMinutes()));
    }
    if (next == Phase.QUIET || next == Phase.SHARING && gathers) {
      workingSince = now;
    }
  }

  /** Announces the next phase, or nothing any more with null. */
  public void announce(Phase next, Instant now, Instant beginsAt) {
    nextPhase = next;
    announcedByItself = false;
    announcedAt = now;
    nextPhaseAt = beginsAt;
  }

  /** Begins a break. */
  public void pause(UUID startedBreak) {
    breakId = startedBreak;
  }

  /**
   * Ends the running break. The minimum quiet time, or the time that was set for the phase, ends
   * later by the length of the break, unless it was over before.
   */
  public void resume(Instant pausedAt, Instant at) {
    breakId = null;
    workingSince = at;
    Duration lasted = Duration.between(pausedAt, at);
    if (phase == Phase.QUIET && pausedAt.isBefore(quietEndsAt)) {
      quietEndsAt = quietEndsAt.plus(lasted);
    }
    if (timerEndsAt != null && pausedAt.isBefore(timerEndsAt)) {
      timerEndsAt = timerEndsAt.plus(lasted);
    }
  }

  /** The time when the next break is proposed. */
  public Instant breakDueAt() {
    return workingSince.plus(Duration.ofMinutes(settings.breakAfterMinutes()));
  }
}
