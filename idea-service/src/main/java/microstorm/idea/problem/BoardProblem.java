package microstorm.idea.problem;

import microstorm.http.problem.ProblemDefinition;
import microstorm.http.problem.ProblemType;

/** The problem types of idea-service. */
public enum BoardProblem implements ProblemType {
  EDIT_KEY_INVALID(
      400,
      "Invalid edit key",
      "The header Edit-Key has a value that is not an edit key, or more than ten values.",
      "Send the editKey values from the answers to your posts, at most ten of them."),
  ID_NOT_RANDOM(
      400,
      "Id not random",
      "In an anonymous session the id of an idea must be random (UUIDv4). Any other id could show"
          + " who wrote the idea or when.",
      "Send a random UUIDv4, or omit the id: the service then chooses one."),
  ACTION_STATE_UNKNOWN(
      400,
      "Unknown state",
      "The states of actions are open, done and dropped.",
      "Send one or several of them, separated by commas."),
  SORT_UNKNOWN(
      400,
      "Unknown order",
      "A board can be sorted only by position.",
      "Send sort=position, or omit sort."),
  STREAM_TICKET_INVALID(
      401,
      "Stream ticket invalid",
      "The ticket was used before, has expired or is not for this board.",
      "Request another ticket: POST /api/boards/{sessionId}/stream-tickets."),
  NOT_YOURS(
      403,
      "Not your idea",
      "Only the author of an idea can change its text or withdraw it.",
      "If you wrote the idea on another device, send its edit key in the header Edit-Key."),
  NOT_YOUR_ACTION(
      403,
      "Not your action",
      "Participants can change the state of the actions that name their seat, and no other actions"
          + " of earlier sessions.",
      "Ask a facilitator to change it while the session runs, or an owner or member of the team."),
  QUIET(
      409,
      "Quiet phase",
      "This is not possible while the group is writing in silence.",
      "Wait for the sharing phase."),
  CONVERGING(
      409,
      "Converging phase",
      "This is no longer possible, because the group is already choosing among its ideas.",
      "Continue in another session."),
  AGREEING(
      409,
      "Results are shown",
      "The group sees its results now, so ideas, groups, dots and marks no longer change.",
      "Agree on actions, or continue in another session."),
  RESULTS_HIDDEN(
      409,
      "Results hidden",
      "The dots and marks are not counted yet, and nobody sees them before that.",
      "Wait for the phase agreeing, or for the end of the session."),
  RESULTS_FIRST(
      409,
      "Results first",
      "The group agrees on actions when it sees its results.",
      "Wait for the phase agreeing, which a facilitator begins."),
  DIVERGING(
      409,
      "No rewards or criticism yet",
      "While the group is collecting ideas, nothing may reward or criticise them.",
      "Wait for the converging phase."),
  DOT_VOTES_ONLY(
      409,
      "Dot votes only",
      "Ideas cannot be liked, scored or commented on.",
      "Give dots instead: POST /api/boards/{sessionId}/votes."),
  WITHDRAWN(
      409,
      "Idea withdrawn",
      "The author has withdrawn this idea.",
      "To post it again, use a new id or Idempotency-Key."),
  IDEA_REMOVED(
      409,
      "Idea removed",
      "The facilitator has removed the content of this idea.",
      "Choose another idea. A facilitator can bring back an idea that was taken down, but not a"
          + " redacted one."),
  TOO_MANY_IDEAS(
      409,
      "Too many ideas",
      "You have written as many ideas as one person may write before the sharing phase.",
      "Write more in the sharing phase."),
  BOARD_FULL(
      409,
      "Board full",
      "The board already holds the maximum number of items of this kind.",
      "Remove topics, groups or actions that are no longer needed. Withdrawn ideas still count."),
  TOO_DEEP(
      409,
      "Too deep",
      "Ideas and topics can be nested only to a limited depth.",
      "Choose a parent on a higher level."),
  OTHER_TOPIC(
      409,
      "Other topic",
      "An idea is always in the same topic as the idea that it builds on.",
      "Omit topicId, or send the topic of the parent."),
  OTHER_ROOM(
      409,
      "Other room",
      "While the group is split into rooms, an idea or a group of ideas stays in its room.",
      "Choose ideas of one room, or merge the rooms first."),
  ROOMS_OPEN(
      409,
      "Rooms are open",
      "While the group is split into rooms, this would show something of one room to all of them.",
      "Merge the rooms first, or ask a facilitator to do so."),
  CYCLE(409, "Cycle", "The change would nest an item inside itself.", "Choose another parent."),
  TOPIC_NOT_EMPTY(
      409, "Topic not empty", "The topic still contains ideas or topics.", "Move them first."),
  VOTE_LIMIT(
      409,
      "No dots left",
      "You have given all your dots.",
      "Take a dot back to give it to another idea."),
  OWN_IDEA(
      409,
      "Own idea",
      "In this session nobody can give dots or marks to their own ideas.",
      "Choose an idea of somebody else.");

  private final ProblemDefinition definition;

  BoardProblem(int status, String title, String meaning, String remedy) {
    definition = new ProblemDefinition(status, title, meaning, remedy);
  }

  @Override
  public ProblemDefinition definition() {
    return definition;
  }
}
