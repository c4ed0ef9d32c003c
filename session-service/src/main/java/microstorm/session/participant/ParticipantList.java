package microstorm.session.participant;

import java.util.List;

/** The people who take or took part in a session, in the order in which they joined. */
public record ParticipantList(List<ParticipantView> items) {}
