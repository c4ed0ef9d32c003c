package microstorm.idea.stream;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import microstorm.idea.action.Action;
import microstorm.idea.action.TeamActions;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.RemovedItem;
import microstorm.idea.board.Seat;
import microstorm.idea.board.SessionState;
import microstorm.idea.group.GroupView;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.result.Results;
import microstorm.idea.room.RoomCountList;
import microstorm.idea.snapshot.BoardView;
import microstorm.idea.snapshot.Participation;
import microstorm.idea.sse.SseFrame;
import microstorm.idea.topic.Topic;
import microstorm.idea.vote.MarksView;
import microstorm.idea.vote.VotesView;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Describes the events of the live stream as the schema {@code StreamEvent}. To a client the answer
 * is text; {@code contentSchema} says what the text contains.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 70)
public class StreamEventSchema implements OASFilter {

  private static final String NAME = "StreamEvent";
  private static final String NO_DATA = "NoData";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Schema events =
        createSchema()
            .description(
                "An event of the live stream. event and id are its lines of these names; data is"
                    + " its line data, read as JSON. Ignore events that you do not know.")
            .addOneOf(
                withId(
                    event(
                        SseFrame.SNAPSHOT,
                        reference(BoardView.class),
                        "The whole board. Replace everything that you have.")));
    for (ChangeType type : ChangeType.values()) {
      events.addOneOf(withId(event(type.label(), reference(data(type)), meaning(type))));
    }
    events.addOneOf(
        event(
            UnnumberedEvents.PARTICIPATION,
            reference(Participation.class),
            "The numbers of participants who have and have not written. Only for facilitators,"
                + " owners and members. It arrives after the beginning of a stream and at most every"
                + " second."));
    events.addOneOf(
        event(
            UnnumberedEvents.TEAM_ACTIONS,
            reference(TeamActions.class),
            "The actions of the team's other sessions, after one of them changed. It arrives within"
                + " about a second."));
    events.addOneOf(
        event(
            UnnumberedEvents.ROOM_COUNTS,
            reference(RoomCountList.class),
            "The number of ideas in each room, in the sharing phase while the group is split. It"
                + " arrives at most every second, and not any more when the rooms have merged."));
    events.addOneOf(
        event(
            SseFrame.REPLACED,
            createSchema().ref(NO_DATA).description("An empty object."),
            "The same person has opened more streams than one may have, and this one was the"
                + " oldest. Do not connect again."));
    events.addOneOf(
        event(
            SseFrame.RECONNECT,
            createSchema().ref(NO_DATA).description("An empty object."),
            "The replica is about to stop, or the participant was moved to another room. Connect"
                + " again: the stream continues, or begins with the board of the other room."));
    api.getComponents()
        .addSchema(NAME, events)
        .addSchema(
            NO_DATA,
            createSchema()
                .addType(SchemaType.OBJECT)
                .description("An empty object.")
                .maxProperties(0));
    api.getPaths().getPathItems().values().stream()
        .map(PathItem::getGET)
        .filter(operation -> operation != null && isStream(operation))
        .forEach(StreamEventSchema::refer);
  }

  private static Class<?> data(ChangeType type) {
    return switch (type) {
      case SESSION -> SessionState.class;
      case PARTICIPANT -> Seat.class;
      case TOPIC -> Topic.class;
      case IDEA -> IdeaView.class;
      case GROUP -> GroupView.class;
      case VOTES -> VotesView.class;
      case MARKS -> MarksView.class;
      case RESULTS -> Results.class;
      case ACTION -> Action.class;
      case TOPIC_REMOVED, IDEA_WITHDRAWN, GROUP_REMOVED, ACTION_REMOVED -> RemovedItem.class;
    };
  }

  private static String meaning(ChangeType type) {
    return switch (type) {
      case SESSION -> "The session changed.";
      case PARTICIPANT ->
          "A person joined, left, connected, disconnected or changed. present is false if they left.";
      case TOPIC -> "A topic was added or changed.";
      case TOPIC_REMOVED -> "A topic was removed.";
      case IDEA -> "An idea was added, changed or shared.";
      case IDEA_WITHDRAWN -> "An idea was withdrawn.";
      case GROUP -> "An affinity group was added or changed.";
      case GROUP_REMOVED -> "An affinity group was removed.";
      case VOTES -> "The caller's own dots changed.";
      case MARKS -> "The caller's own marks changed.";
      case RESULTS ->
          "The dots and marks were counted, and everyone sees the results, in the order of dots.";
      case ACTION -> "An action of this session was added or changed.";
      case ACTION_REMOVED -> "An action of this session was removed.";
    };
  }

  private static Schema reference(Class<?> data) {
    return createSchema().ref(data.getSimpleName()).description("The object as it is now.");
  }

  private static Schema event(String name, Schema data, String meaning) {
    return createSchema()
        .title(name + " event")
        .description(meaning)
        .addType(SchemaType.OBJECT)
        .addProperty(
            "event",
            createSchema()
                .addType(SchemaType.STRING)
                .description("The name of the event.")
                .constValue(name))
        .addProperty("data", data)
        .addRequired("event")
        .addRequired("data");
  }

  private static Schema withId(Schema event) {
    return event.addProperty(
        "id",
        createSchema()
            .addType(SchemaType.STRING)
            .pattern("^[0-9]+$")
            .description(
                "The number up to which the client has everything. Absent if more events with the"
                    + " same number follow.")
            .addExample("17"));
  }

  private static boolean isStream(Operation operation) {
    return content(operation).hasMediaType(MediaType.SERVER_SENT_EVENTS);
  }

  private static void refer(Operation operation) {
    content(operation)
        .getMediaType(MediaType.SERVER_SENT_EVENTS)
        .getSchema()
        .contentMediaType(MediaType.SERVER_SENT_EVENTS)
        .contentSchema(createSchema().ref(NAME));
  }

  private static Content content(Operation operation) {
    return operation.getResponses().getAPIResponse("200").getContent();
  }
}
