package microstorm.session.core;

import jakarta.persistence.Embeddable;
import microstorm.session.event.SessionSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a session is run.
 *
 * @param expectedSize how many people are expected; null when nobody said
 * @param quietMinutes the least time of silent writing
 * @param breakAfterMinutes work time after which a break is proposed
 * @param votesPerPerson dots a person; 0: the group does not converge
 * @param anonymous whether no author is stored with an idea
 * @param votesOnOwnIdeas whether a dot or a mark may go to one's own idea
 * @param groupMin the least size of a group that is advised
 * @param groupMax the largest
 */
@Embeddable
public record Settings(
    @Schema(nullable = true) Integer expectedSize,
    int quietMinutes,
    int breakAfterMinutes,
    int votesPerPerson,
    boolean anonymous,
    boolean votesOnOwnIdeas,
    int groupMin,
    int groupMax) {

  /** What the log's standards ask for, and what they leave open as most groups want it. */
  public static final Settings STANDARD = new Settings(null, 5, 25, 3, false, true, 5, 7);

  SessionSettings told() {
    return new SessionSettings(
        expectedSize,
        quietMinutes,
        breakAfterMinutes,
        votesPerPerson,
        anonymous,
        votesOnOwnIdeas,
        groupMin,
        groupMax);
  }
}
