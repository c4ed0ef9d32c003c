package microstorm.session.event;

/**
 * How a session is run.
 *
 * @param expectedSize how many people are expected; null when nobody said
 * @param quietMinutes the least time of silent writing
 * @param breakAfterMinutes work time after which a break is proposed
 * @param votesPerPerson dots a person; 0: the group does not converge
 * @param anonymous whether no author is stored with an idea
 * @param votesOnOwnIdeas whether a dot or a mark may go to one's own idea
 * @param groupMin the least size of a group that the standard recommends
 * @param groupMax the largest
 */
public record SessionSettings(
    Integer expectedSize,
    int quietMinutes,
    int breakAfterMinutes,
    int votesPerPerson,
    boolean anonymous,
    boolean votesOnOwnIdeas,
    int groupMin,
    int groupMax) {}
