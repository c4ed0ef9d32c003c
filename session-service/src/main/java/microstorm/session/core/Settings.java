package microstorm.session.core;

import jakarta.persistence.Embeddable;
import microstorm.session.event.SessionSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The settings of a session.
 *
 * @param expectedSize the number of expected people; null when it is unknown
 * @param quietMinutes the minimum length of the quiet phase in minutes
 * @param breakAfterMinutes the working time in minutes after which a break is proposed
 * @param votesPerPerson the number of dots of each person; 0 when the group does not converge
 * @param anonymous whether authors are not stored
 * @param votesOnOwnIdeas whether people may give dots and marks to their own ideas
 * @param groupMin the smallest advised group size
 * @param groupMax the largest advised group size
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

  /**
   * The defaults: the values of the log's standards, and common values where these leave a choice.
   */
  public static final Settings STANDARD = new Settings(null, 5, 25, 3, false, true, 5, 7);

  SessionSettings toEvent() {
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
