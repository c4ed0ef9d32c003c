package microstorm.report.outcome;

import java.util.List;
import java.util.UUID;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.outcome.Outcome.ReportAction;
import microstorm.report.outcome.Outcome.ReportComparison;
import microstorm.report.outcome.Outcome.ReportGroup;
import microstorm.report.outcome.Outcome.ReportMark;
import microstorm.report.outcome.Outcome.ReportVotes;

/** The outcome that a log describes, in the form of a report. */
final class ImportedOutcome {

  private ImportedOutcome() {}

  /**
   * A session with the outcome that its log describes.
   *
   * @param read the session without it
   */
  static OutcomeReader.HeldSession of(
      UUID sessionId, SessionOutcome outcome, OutcomeReader.HeldSession read) {
    List<ReportCriterion> criteria =
        outcome.criteria().stream().map(one -> new ReportCriterion(one.id(), one.text())).toList();
    Outcome report =
        new Outcome(
            outcome.comparisons().stream().map(ReportComparison::of).toList(),
            outcome.groups().stream().map(ReportGroup::of).toList(),
            outcome.votes().stream().map(ReportVotes::of).toList(),
            outcome.marks().stream().map(ReportMark::of).toList(),
            actions(outcome.actions(), sessionId),
            actions(outcome.earlierActions(), null),
            null,
            List.of(),
            null,
            null);
    return new OutcomeReader.HeldSession(criteria, report, List.of(), read.score(), read.pace());
  }

  /** A log does not name the session in which an earlier action was agreed. */
  private static List<ReportAction> actions(List<SessionOutcome.Action> actions, UUID sessionId) {
    return actions.stream()
        .map(
            one ->
                new ReportAction(
                    one.id(),
                    sessionId,
                    one.ideaId(),
                    one.text(),
                    one.owner(),
                    one.dueOn(),
                    one.state(),
                    List.of(),
                    null,
                    one.finishedAt()))
        .toList();
  }
}
