package microstorm.idea.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.idea.board.Phase;
import microstorm.idea.room.RoomCount;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.WriterKey;

/**
 * The parts of a view that change whenever it changes: two views of a person with the same version
 * are equal. It contains only what the view shows, so it reveals no more than the view does.
 *
 * @param seq the number of the last change that the person sees
 * @param writers advances with hidden changes, but only for people who may know it
 * @param silent like {@code writers}
 * @param rooms the number of ideas in each room; null while the group is not split
 * @param teamActions the version of the team's actions; null if they are not shown
 */
record BoardVersion(
    UUID sessionId,
    long seq,
    Phase phase,
    Integer writers,
    Integer silent,
    List<RoomCount> rooms,
    Long teamActions) {

  static BoardVersion of(BoardView view) {
    return new BoardVersion(
        view.sessionId(),
        view.seq(),
        view.phase(),
        view.counts().writers(),
        view.counts().silent(),
        view.counts().rooms(),
        view.teamActions() == null ? null : view.teamActions().version());
  }

  /** The version together with the person, on whose role and keys the view depends. */
  byte[] seenBy(Viewer viewer) {
    List<String> keys = viewer.keys().stream().map(WriterKey::value).toList();
    return Stream.of(
            sessionId,
            seq,
            phase,
            writers,
            silent,
            rooms,
            teamActions,
            viewer.id(),
            viewer.role(),
            keys)
        .map(Objects::toString)
        .collect(Collectors.joining(" "))
        .getBytes(StandardCharsets.UTF_8);
  }
}
