package microstorm.idea.problem;

import microstorm.web.ProblemType;

/** The problems that only idea-service answers with. */
public enum BoardProblem implements ProblemType {
  EDIT_KEY_INVALID(
      400,
      "Invalid edit key",
      "The header Edit-Key holds something that is no edit key.",
      "Send the edit key from the answer to the post."),
  SORT_UNKNOWN(
      400,
      "Unknown order",
      "A board has only its own order.",
      "Use sort=position, or leave sort out."),
  NOT_FACILITATOR(
      403,
      "Facilitators only",
      "Only a facilitator or the owner can do this.",
      "Ask a facilitator."),
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
  NOT_YOURS(
      403,
      "Not your idea",
      "Only the author of an idea can change its text or withdraw it.",
      "Send the edit key of the idea if you wrote it on another device."),
  NOT_STARTED(
      409, "Not started", "The session has not started yet.", "Wait until the quiet phase begins."),
  SESSION_CLOSED(
      409,
      "Session closed",
      "The session is over, so its board no longer changes.",
      "Plan another session."),
  QUIET(
      409,
      "Quiet phase",
      "The group is writing in silence, so this has to wait.",
      "Wait for the sharing phase."),
  SHARING(
      409,
      "Sharing phase",
      "The group is sharing its ideas, so this has to wait.",
      "Wait for the voting phase."),
  CONVERGING(
      409,
      "Voting phase",
      "The group is choosing among its ideas, so this is no longer possible.",
      "Plan another session for further ideas."),
  BREAK_RUNNING(409, "Break", "The group is on a break.", "Wait for the end of the break."),
  DIVERGING(
      409,
      "No rewards or criticism yet",
      "The group is still collecting ideas, and nothing may reward or criticise them.",
      "Wait for the voting phase."),
  DOT_VOTES_ONLY(
      409,
      "Dot votes only",
      "Ideas are not liked, rated or commented on.",
      "Use dot votes: POST /api/boards/{sessionId}/votes."),
  ID_IN_USE(
      409,
      "Id in use",
      "Another request used this id or Idempotency-Key with other content.",
      "Use a new id or Idempotency-Key."),
  WITHDRAWN(
      409,
      "Idea withdrawn",
      "The author withdrew this idea.",
      "Use a new id or Idempotency-Key to post the idea again."),
  TOO_MANY_IDEAS(
      409,
      "Too many ideas",
      "You have written as many ideas as one person may write in the quiet phase.",
      "Write more in the sharing phase."),
  BOARD_FULL(
      409,
      "Board full",
      "The board holds the most of these that it may hold.",
      "Remove some, or go on in another session."),
  TOO_DEEP(
      409,
      "Too deep",
      "Ideas or topics are nested as deep as they may be.",
      "Put it on a higher level."),
  OTHER_TOPIC(
      409,
      "Other topic",
      "An idea belongs to the topic of the idea it builds on.",
      "Leave topicId out, or name the topic of the parent."),
  CYCLE(409, "Cycle", "The change would nest something inside itself.", "Choose another parent."),
  TOPIC_NOT_EMPTY(
      409, "Topic not empty", "The topic still contains ideas or topics.", "Move them first."),
  VOTE_LIMIT(
      409,
      "No votes left",
      "You have used all your votes.",
      "Withdraw a vote to use it for another idea."),
  CONVERGENCE_OFF(
      409,
      "No voting",
      "The session was planned without votes.",
      "Discuss the ideas in the sharing phase."),
  OWN_IDEA(
      409,
      "Own idea",
      "In this session nobody votes for their own ideas or rates them.",
      "Choose the idea of somebody else.");

  private final int status;
  private final String title;
  private final String meaning;
  private final String remedy;

  BoardProblem(int status, String title, String meaning, String remedy) {
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
