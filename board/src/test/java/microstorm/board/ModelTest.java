package microstorm.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model of the pages: what the events of the stream make of a board, and what pages read. */
class ModelTest {

  private static final String SNAPSHOT =
      """
      {event: 'snapshot', data: {
        session: {phase: 'sharing', criteria: [], votesPerPerson: 3},
        participants: [{participantId: 'p', name: 'Ana', role: 'participant', present: true}],
        topics: [], actions: [],
        ideas: [
          {id: 'c', position: 3, text: 'C', parentId: 'a'},
          {id: 'a', position: 1, text: 'A', groupId: 'g', authorId: 'p'},
          {id: 'b', position: 2, text: 'B'}],
        groups: [{id: 'g', name: 'G', position: 1, ideaIds: ['a']}],
        counts: {ideas: 3, writers: 1, silent: 0}}}""";

  @RegisterExtension static final Model model = new Model();

  /** The board after the snapshot and these events, as an expression of it. */
  private static String after(String expression, String... events) {
    String all = String.join(", ", SNAPSHOT, String.join(", ", events));
    Value value =
        model.eval(
            "(board => JSON.stringify(%s))([%s].reduce(model.reduce, undefined))"
                .formatted(expression, all));
    return value.asString();
  }

  @Test
  void aSnapshotReplacesEverythingAndIsInOrder() {
    assertThat(after("board.ideas.map(i => i.id)")).isEqualTo("[\"a\",\"b\",\"c\"]");
    assertThat(
            after("board.ideas.length", "{event: 'idea', data: {id: 'd', position: 4}}", SNAPSHOT))
        .isEqualTo("3");
  }

  @Test
  void nothingIsKnownBeforeASnapshot() {
    assertThat(
            model
                .eval("model.reduce(undefined, {event: 'idea', data: {id: 'x'}}) === undefined")
                .asBoolean())
        .isTrue();
  }

  @Test
  void theActionsOfOtherSessionsReplaceTheEarlierList() {
    String list = "{event: 'team-actions', data: {version: 2, open: [{id: 'x'}], finished: []}}";
    assertThat(after("board.teamActions.open.map(a => a.id)", list)).isEqualTo("[\"x\"]");
    assertThat(after("board.actions", list)).isEqualTo("[]");
  }

  @Test
  void roomsFollowFromTheSeatsAndTheirNumbersFromTheStream() {
    String seated =
        "{event: 'participant', data: {participantId: 'p', name: 'Ana', role: 'participant', present: true, room: 2}}";
    String counts =
        "{event: 'room-counts', data: {rooms: [{room: 1, ideas: 4}, {room: 2, ideas: 1}]}}";
    String rooms = "model.rooms(board).map(r => [r.room, r.ideas, r.people.length])";
    assertThat(after(rooms, seated, counts)).isEqualTo("[[1,4,0],[2,1,1]]");
    String merged =
        "{event: 'participant', data: {participantId: 'p', name: 'Ana', role: 'participant', present: true}}";
    assertThat(after(rooms, seated, counts, merged)).isEqualTo("[]");
  }

  @Test
  void aRoomSeesItsIdeasAndThoseOfEverybody() {
    String other = "{event: 'idea', data: {id: 'd', position: 4, text: 'D', room: 1}}";
    String own = "{event: 'idea', data: {id: 'e', position: 5, text: 'E', room: 2}}";
    assertThat(after("model.asRoomSees(board, 2).ideas.map(i => i.id).join('')", other, own))
        .isEqualTo("\"abce\"");
    assertThat(after("model.asRoomSees(board).ideas.map(i => i.id).join('')", other, own))
        .isEqualTo("\"abcde\"");
  }

  @Test
  void anUnknownEventChangesNothing() {
    assertThat(
            model
                .eval(
                    "(b => model.reduce(b, {event: 'new-kind', data: {}}) === b)(model.reduce(undefined, %s))"
                        .formatted(SNAPSHOT))
                .asBoolean())
        .isTrue();
  }

  @Test
  void anIdeaIsAddedChangedAndWithdrawn() {
    String added = "{event: 'idea', data: {id: 'd', position: 1.5, text: 'D'}}";
    assertThat(after("board.ideas.map(i => i.id).join('')", added)).isEqualTo("\"adbc\"");
    String changed = "{event: 'idea', data: {id: 'b', position: 2, text: 'Other words'}}";
    assertThat(after("board.ideas[1].text", changed)).isEqualTo("\"Other words\"");
    assertThat(
            after(
                "board.ideas.map(i => i.id).join('')",
                "{event: 'idea-withdrawn', data: {id: 'b'}}"))
        .isEqualTo("\"ac\"");
  }

  @Test
  void ideasLeaveTheGroupInWhichTheyWere() {
    String other = "{event: 'group', data: {id: 'h', name: 'H', position: 2, ideaIds: ['a', 'b']}}";
    assertThat(after("board.groups.map(g => g.ideaIds.join(''))", other))
        .isEqualTo("[\"\",\"ab\"]");
    assertThat(after("board.ideas.map(i => i.groupId)", other)).isEqualTo("[\"h\",\"h\",null]");
    assertThat(
            after("board.ideas.map(i => i.groupId)", "{event: 'group-removed', data: {id: 'g'}}"))
        .isEqualTo("[null,null,null]");
  }

  @Test
  void anIdeaThatBuildsOnAnotherOneStandsWithIt() {
    assertThat(after("model.columns(board).map(c => c.ideas.map(i => i.id).join(''))"))
        .isEqualTo("[\"a\",\"b\"]");
    assertThat(after("model.inOrder(board).map(i => i.id).join('')")).isEqualTo("\"acb\"");
    assertThat(after("board.ideas.map(i => model.groupName(board, i))"))
        .isEqualTo("[\"G\",null,\"G\"]");
  }

  @Test
  void equalValuesAreTies() {
    String results =
        """
        {event: 'results', data: {order: 'dots', ideas: [
          {ideaId: 'b', dots: 2, marks: []}, {ideaId: 'a', dots: 2, marks: [{criterionId: 'k', mean: 4.5, count: 1}]},
          {ideaId: 'c', dots: 1, marks: []}]}}""";
    assertThat(after("model.ranked(board, 'dots').map(r => r.label)", results))
        .isEqualTo("[\"1a\",\"1b\",\"3\"]");
    assertThat(after("model.ranked(board, 'k').map(r => r.idea.id)", results)).isEqualTo("[\"a\"]");
    assertThat(after("model.unranked(board, 'k').map(i => i.id)", results))
        .isEqualTo("[\"c\",\"b\"]");
  }

  @Test
  void allDotsAreLeftUntilTheFirstOne() {
    assertThat(after("model.votesOf(board).left")).isEqualTo("3");
    assertThat(
            after(
                "model.dotsOn(board, 'a')",
                "{event: 'votes', data: {limit: 3, left: 1, mine: [{ideaId: 'a', votes: 2}]}}"))
        .isEqualTo("2");
  }

  @Test
  void breaksFallAfter25To30MinutesOfWork() {
    assertThat(
            model
                .eval(
                    "model.course({quiet: 10, sharing: 20, converging: 8, agreeing: 7}, true).map(p => p.name + p.after).join()")
                .asString())
        .isEqualTo("quiet0,sharing10,break30,converging35,agreeing43");
    assertThat(
            model
                .eval(
                    "model.course({quiet: 40, sharing: 5, converging: 0, agreeing: 5}, true).map(p => p.name + p.after).join()")
                .asString())
        .isEqualTo("quiet0,break25,quiet30,sharing45,agreeing50");
    assertThat(
            model
                .eval(
                    "model.course({quiet: 40, sharing: 5, converging: 0, agreeing: 5}, false).length")
                .asInt())
        .isEqualTo(3);
  }

  /**
   * Whether others see what is written now, whether it is early, and whether people come and go.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "planned | {} | true,false,false",
        "planned | {collectEarly: true} | true,true,false",
        "lobby | {collectEarly: true} | true,true,false",
        "quiet | {collectEarly: true} | true,false,false",
        "quiet | {quietUntil: '2026-12-03T11:00:00Z'} | true,false,true",
        "lobby | {quietUntil: '2026-12-03T11:00:00Z'} | true,false,false",
        "sharing | {quietUntil: '2026-12-03T11:00:00Z'} | false,false,false"
      })
  void theSessionDecidesWhoSeesWhatIsWritten(String phase, String fields, String expected) {
    String board = "{session: {...%s, phase: '%s'}}".formatted(fields, phase);
    assertThat(
            model
                .eval(
                    "(b => [model.silent(b), model.collects(b), model.overDays(b)].join())(%s)"
                        .formatted(board))
                .asString())
        .isEqualTo(expected);
  }

  /** From the first version to the tenth; from the seventh on a code also names its version. */
  @ParameterizedTest
  @ValueSource(ints = {1, 14, 40, 62, 84, 106, 122, 152, 180, 213})
  void qrCodesCanBeRead(int length) throws Exception {
    String text = "https://microstorm.example/j/".repeat(8).substring(0, length);
    List<?> rows = model.eval("model.qr('%s')".formatted(text)).as(List.class);
    boolean[][] dark = new boolean[rows.size()][rows.size()];
    for (int y = 0; y < dark.length; y++) {
      for (int x = 0; x < dark.length; x++) {
        dark[y][x] = (Boolean) ((List<?>) rows.get(y)).get(x);
      }
    }
    assertThat(new Decoder().decode(dark).getText()).isEqualTo(text);
  }
}
