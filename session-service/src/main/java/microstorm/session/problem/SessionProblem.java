package microstorm.session.problem;

import microstorm.web.ProblemType;

/** The problems that only session-service answers with. */
public enum SessionProblem implements ProblemType {
  ACCESS_BY_KEY(
      400,
      "Owner key expected",
      "Teams of this installation are owned with a key.",
      "Send the field ownerKey."),
  ACCESS_BY_SIGN_IN(
      400,
      "Sign-in expected",
      "Teams of this installation are owned by people who sign in at an identity provider.",
      "Send its ID token in the field identityToken."),
  OWNER_KEY_MISSING(
      400, "Owner key missing", "The request has no owner key.", "Send the field ownerKey."),
  RETRY_KEY_KNOWN(
      400,
      "Idempotency-Key is no secret",
      "Other people in the session know the value of the header Idempotency-Key.",
      "Use a random value."),
  OWNER_KEY_WRONG(
      401,
      "Wrong owner key",
      "No team with this slug belongs to this owner key.",
      "Check the slug and the key."),
  IDENTITY_TOKEN_WRONG(
      401,
      "Wrong identity token",
      "The ID token was not issued by the identity provider for this installation, or it has expired.",
      "Sign in again and send the new ID token."),
  NOT_AN_OWNER(
      401,
      "Not an owner",
      "You own no team with this slug.",
      "Check the slug, or sign in with another account."),
  NOT_FACILITATOR(
      403,
      "Facilitators only",
      "Only a facilitator or the owner can do this.",
      "Ask a facilitator, or join with the facilitator code."),
  NOT_A_PARTICIPANT(
      403,
      "Participants only",
      "An owner is no participant until they join the session.",
      "Join the session, then use the token of the answer."),
  OBSERVER(
      403,
      "Not for observers",
      "Observers cannot take part.",
      "Join the session as a participant."),
  ALREADY_STARTED(
      409,
      "Already started",
      "The session has started, so its plan can no longer change.",
      "Plan another session."),
  NOT_STARTED(
      409,
      "Not started",
      "The session has not started yet.",
      "Wait until a facilitator opens the lobby."),
  SESSION_CLOSED(
      409,
      "Session closed",
      "The session is over.",
      "Plan another session; this one can be its template."),
  BREAK_RUNNING(
      409,
      "Break",
      "The group is on a break.",
      "Wait for the end of the break, or end it as a facilitator."),
  NO_BREAK(409, "No break", "The group is not on a break.", "Start a break first."),
  TOO_MANY_BREAKS(
      409,
      "Too many breaks",
      "The session has the most scheduled breaks it may have.",
      "Cancel a scheduled break first."),
  NOT_QUIET(
      409,
      "Not the quiet phase",
      "Prompt cards can be drawn only in the quiet phase.",
      "Wait for the quiet phase."),
  PROBLEM_MISSING(
      409,
      "Problem not defined",
      "The session has no problem statement.",
      "Define the problem before you start the quiet phase."),
  CRITERIA_MISSING(
      409,
      "Criteria missing",
      "The session has no criterion that a good idea must meet.",
      "Add a criterion before you start the quiet phase."),
  QUIET_TIME_NOT_OVER(
      409,
      "Quiet time not over",
      "The minimum time of silent writing has not passed.",
      "Wait for the seconds in the header Retry-After, or until every participant is ready."),
  CONVERGENCE_OFF(
      409,
      "No voting",
      "The session was planned without votes (votesPerPerson is 0).",
      "Close the session after the sharing phase."),
  PHASE_ORDER(
      409,
      "Phase out of order",
      "The session cannot go from its phase to this one.",
      "Start the next phase of the session."),
  SEAT_LEFT(
      409,
      "Participant left",
      "The participant who joined with this Idempotency-Key has left the session.",
      "Join with a new Idempotency-Key."),
  SEAT_OF_ANOTHER_ROLE(
      409,
      "Joined in another role",
      "This Idempotency-Key was used to join in another role.",
      "Use a new Idempotency-Key to join in this role."),
  TOO_MANY_PARTICIPANTS(
      409,
      "Session full",
      "The session has the most participants it may have.",
      "Wait until somebody leaves, or plan a second session."),
  NOBODY_PRESENT(
      409,
      "Nobody present",
      "Nobody is present whom rooms could be formed of.",
      "Wait until participants have joined."),
  NO_ROOMS(409, "No rooms", "The group is not split into rooms.", "Form rooms first."),
  OWNER_KEY_IN_USE(
      409,
      "Owner key in use",
      "This owner key already owns a team of another name.",
      "Use a new owner key."),
  TOO_MANY_WRONG_CODES(
      429,
      "Too many wrong codes",
      "Too many wrong join codes for this session came from your address.",
      "Wait for the seconds in the header Retry-After, then try again with the right code.");

  private final int status;
  private final String title;
  private final String meaning;
  private final String remedy;

  SessionProblem(int status, String title, String meaning, String remedy) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
