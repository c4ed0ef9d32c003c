package microstorm.session.plan;

import java.util.List;
import microstorm.session.core.Participant;
import microstorm.session.core.Session;
import microstorm.session.core.SessionTexts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The size of the group, with the sizes that the log's standard recommends. */
@Schema(description = "The size of the group, with advice.")
public record GroupSize(
    @Schema(
            description = "The number of people who are present and not observers.",
            minimum = "0",
            examples = "6")
        int people,
    @Schema(description = "The smallest advised number of people.", minimum = "1", examples = "5")
        int min,
    @Schema(description = "The largest advised number of people.", minimum = "1", examples = "7")
        int max,
    @Schema(
            description =
                "A sentence for facilitators in the session's language, which prevents nothing; absent"
                    + " when the size is right or the group is split into rooms.",
            examples = "A group of 5 to 7 works best. Consider inviting more people.")
        @Nullable String advice) {

  static GroupSize of(Session session, List<Participant> people) {
    List<Participant> group =
        people.stream().filter(p -> p.isPresent() && !p.isObserver()).toList();
    boolean split = group.stream().anyMatch(participant -> participant.room != null);
    int min = session.settings.groupMin();
    int max = session.settings.groupMax();
    SessionTexts texts = SessionTexts.of(session);
    String advice =
        group.size() < min
            ? texts.smallGroup(min, max)
            : group.size() <= max || split ? null : texts.largeGroup(min, max);
    return new GroupSize(group.size(), min, max, advice);
  }
}
