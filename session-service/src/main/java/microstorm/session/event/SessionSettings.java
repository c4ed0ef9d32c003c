package microstorm.session.event;

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
 * @param collectEarly whether people may write before the quiet phase begins
 */
public record SessionSettings(
    Integer expectedSize,
    int quietMinutes,
    int breakAfterMinutes,
    int votesPerPerson,
    boolean anonymous,
    boolean votesOnOwnIdeas,
    int groupMin,
    int groupMax,
    boolean collectEarly) {}
