package microstorm.report.standard;

import java.util.List;
import microstorm.report.course.Happening;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session, as far as the standards need it.
 *
 * @param ofLog whether it is a session of a log, which shows less than a session held here
 * @param rulesVersion the rules by which it is scored
 * @param overDays whether its quiet phase ends at a date, so that people come and go
 * @param hasProblem whether a problem is defined
 * @param people the people who took part, without observers
 * @param participants those of them who were not facilitators
 * @param writers the people who wrote; null if nobody knows
 * @param hints null if nobody knows, or if the reader may not know
 * @param ideasByPerson how many ideas each person wrote, with zeros for participants who wrote
 *     none; empty if no authors are stored
 */
record SessionFacts(
    boolean ofLog,
    int rulesVersion,
    @Nullable String language,
    boolean overDays,
    boolean hasProblem,
    int criteria,
    int people,
    int participants,
    int ideas,
    int buildOns,
    @Nullable Integer writers,
    @Nullable Integer hints,
    List<Integer> ideasByPerson,
    List<Happening> happenings) {

  /** The same with a timeline. */
  SessionFacts with(List<Happening> timeline) {
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
        timeline);
  }
}
