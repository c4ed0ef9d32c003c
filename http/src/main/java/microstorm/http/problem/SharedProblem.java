package microstorm.http.problem;

/**
 * The problems of the rules of a session that several services enforce. Those that every service
 * can answer with are in {@link CommonProblem}.
 */
public enum SharedProblem implements ProblemType {
  NOT_FACILITATOR(
      403,
      "Facilitators only",
      "Only a facilitator, or an owner or member of the team, can do this.",
      "Ask a facilitator, or join with the facilitator code."),
  NOT_A_PARTICIPANT(
      403,
      "Participants only",
      "An owner or member of the team is not a participant until they join the session.",
      "Join the session, then use the token from the answer."),
  OBSERVER(
      403,
      "Not for observers",
      "Observers can follow the session but not take part in it.",
      "Join the session as a participant."),
  NOT_STARTED(409, "Not started", "The session has not started yet.", "Wait for the quiet phase."),
  SESSION_CLOSED(
      409,
      "Session closed",
      "The session is over and can no longer change.",
      "Plan another session. This one can be its template."),
  BREAK_RUNNING(
      409,
      "Break running",
      "The group is on a break.",
      "Wait until the break ends. A facilitator can end it early."),
  ID_IN_USE(
      409,
      "Id in use",
      "Another request used this id or Idempotency-Key with different content.",
      "Use a new id or Idempotency-Key.");

  private final ProblemDefinition definition;

  SharedProblem(int status, String title, String meaning, String remedy) {
    definition = new ProblemDefinition(status, title, meaning, remedy);
  }

  @Override
  public ProblemDefinition definition() {
    return definition;
  }
}
