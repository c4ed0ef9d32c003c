package microstorm.session.problem;

import microstorm.http.problem.ProblemDefinition;
import microstorm.http.problem.ProblemType;

/** The problem types of session-service. */
public enum SessionProblem implements ProblemType {
  ACCESS_BY_KEY(
      400,
      "Owner key expected",
      "In this installation an owner key proves that a team is yours.",
      "Omit identityToken, and send ownerKey if you have one."),
  ACCESS_BY_SIGN_IN(
      400,
      "Sign-in expected",
      "In this installation owners sign in at an identity provider.",
      "Send its ID token in the field identityToken, and omit ownerKey."),
  OWNER_KEY_MISSING(
      400,
      "Owner key missing",
      "The request has no key of the team.",
      "Send an owner key in the field ownerKey, or a member key in the field memberKey."),
  RETRY_KEY_KNOWN(
      400,
      "Idempotency-Key not secret",
      "The header Idempotency-Key contains an id or a code that other people know.",
      "Use a value that nobody can guess, such as a random UUID."),
  OWNER_KEY_WRONG(
      401,
      "Wrong owner key",
      "No team has this slug and this owner key.",
      "Check the slug and the key."),
  MEMBER_KEY_WRONG(
      401,
      "Wrong member key",
      "No team has this slug and this member key.",
      "Check the slug and the key."),
  IDENTITY_TOKEN_WRONG(
      401,
      "Wrong identity token",
      "The identity provider did not issue the ID token for this installation, or it has expired.",
      "Sign in again and send the new ID token."),
  NOT_AN_OWNER(
      401,
      "Not an owner",
      "You do not own a team with this slug.",
      "Check the slug, or sign in with another account."),
  JOIN_CODE_WRONG(
      403,
      "Wrong join code",
      "The join code does not admit anybody to this session: it is wrong, or it has been renewed.",
      "Ask the facilitator for the present code."),
  ALREADY_STARTED(
      409,
      "Already started",
      "The session has started, so its plan can no longer change.",
      "Plan another session."),
  IDEAS_WRITTEN(
      409,
      "Ideas written",
      "Somebody has written an idea, so the session does not go back to the lobby.",
      "Go on with the quiet phase, or cancel the session."),
  SESSION_RUNNING(
      409,
      "Session running",
      "The group has gathered and its session is not over.",
      "Close or cancel the session first."),
  BREAKS_OFF(
      409,
      "No breaks together",
      "The quiet phase of this session lasts until a date, so people take breaks when they like.",
      "Take a break together from the sharing phase on."),
  QUIET_UNTIL_OUT_OF_RANGE(
      409,
      "End of the quiet phase out of range",
      "The planned end of the quiet phase is too near, over or too far away.",
      "Change quietUntil, or remove it with null. Then start the quiet phase."),
  TOO_MANY_BREAKS(
      409,
      "Too many breaks",
      "The session already has the maximum number of breaks, or of scheduled ones.",
      "Cancel a scheduled break, or continue without another one."),
  NOT_QUIET(
      409,
      "Not the quiet phase",
      "Prompt cards can be drawn only in the quiet phase, and before it if ideas are collected"
          + " early.",
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
      "The minimum time for silent writing is not over.",
      "Wait until it is over or every participant is ready. Retry-After has the seconds."),
  CONVERGENCE_OFF(
      409,
      "No voting",
      "The session was planned without dots (votesPerPerson is 0).",
      "Close the session after the sharing phase."),
  PHASE_ORDER(
      409,
      "Phase out of order",
      "The session cannot change from its present phase to this one.",
      "Choose a phase that can follow the present one."),
  SCREEN_NOT_ADMITTED(
      409,
      "Screen not admitted yet",
      "No facilitator has admitted this screen yet.",
      "Repeat the request after the number of seconds in the header Retry-After."),
  TOO_MANY_SCREENS(
      409,
      "Too many screens",
      "Too many screens wait for their admission to this session.",
      "Ask a facilitator to admit or refuse one of them."),
  SEAT_LEFT(
      409,
      "Participant left",
      "The participant who joined with this key has left the session.",
      "Join again, with a new Idempotency-Key if you send one."),
  TEMPLATE_SHIPPED(
      409,
      "Template ships with Microstorm",
      "A template that ships with Microstorm cannot be changed or deleted.",
      "Add a template of your own with its content."),
  TEMPLATE_NAME_IN_USE(
      409,
      "Template name in use",
      "The team has another template with this name.",
      "Choose another name, or replace the template."),
  TOO_MANY_TEMPLATES(
      409,
      "Too many templates",
      "The team already has the maximum number of templates.",
      "Delete a template first."),
  NUMBER_IN_USE(
      409,
      "Number in use",
      "Another session of the team has this number.",
      "Choose another number. The session's proposedNumber is free."),
  TOO_MANY_PARTICIPANTS(
      409,
      "Session full",
      "The session or its join code has reached the maximum number of participants.",
      "Wait until somebody leaves, or ask the facilitator for a new code."),
  NOBODY_PRESENT(
      409,
      "Nobody present",
      "Nobody is present who could be put into a room.",
      "Wait until participants have joined."),
  NO_ROOMS(409, "No rooms", "The group is not split into rooms.", "Form rooms first."),
  TOO_LATE_FOR_ROOMS(
      409,
      "Too late for rooms",
      "A group can be split into rooms until the end of the sharing phase. After it, everybody"
          + " chooses and agrees together.",
      "Go back from converging to sharing, or continue with the whole group."),
  OWNER_KEY_IN_USE(
      409,
      "Owner key in use",
      "This owner key already belongs to a team with another name.",
      "Use a new owner key."),
  KEY_IN_USE(
      409,
      "Key in use",
      "This key exists already, in another team or with another name or role.",
      "Use a new key."),
  LAST_OWNER_KEY(
      409,
      "Last owner key",
      "The team has no other owner key, so nobody could manage it.",
      "Add another owner key first."),
  SESSION_LIST_FULL(
      409,
      "List of sessions full",
      "The team already has the maximum number of sessions.",
      "Delete sessions that the team no longer needs, or set a retention."),
  TOO_MANY_NEW_TEAMS(
      429,
      "Too many new teams",
      "Too many teams were created from your address.",
      "Wait as long as Retry-After says, or use one of your teams."),
  TOO_MANY_KEYS(
      409,
      "Too many keys",
      "The team already has the maximum number of keys.",
      "Revoke a key first."),
  READER_CODE_WRONG(
      403,
      "Wrong reader code",
      "The reader code is wrong, was renewed or is disabled.",
      "Ask a facilitator, an owner or a member of the team for the present code."),
  REJOIN_KEY_WRONG(
      403,
      "Wrong rejoin key",
      "This session has no seat with this rejoin key.",
      "Join the session with its code."),
  TOO_MANY_WRONG_CODES(
      429,
      "Too many wrong codes",
      "Your address has sent too many wrong codes or keys for this session.",
      "Wait for the number of seconds in the header Retry-After, then send the right code.");

  private final ProblemDefinition definition;

  SessionProblem(int status, String title, String meaning, String remedy) {
    definition = new ProblemDefinition(status, title, meaning, remedy);
  }

  @Override
  public ProblemDefinition definition() {
    return definition;
  }
}
