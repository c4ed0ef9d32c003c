package microstorm.session.plan;

import java.util.List;
import microstorm.session.core.Participant;
import microstorm.session.core.Settings;
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
                "A sentence for facilitators, which prevents nothing; absent when the size is right"
                    + " or the group is split into rooms.",
            examples = "A group of 5 to 7 works best. Consider inviting more people.")
        @Nullable String advice) {

  static GroupSize of(Settings settings, List<Participant> people) {
    List<Participant> group =
        people.stream().filter(p -> p.isPresent() && !p.isObserver()).toList();
    boolean split = group.stream().anyMatch(participant -> participant.room != null);
    int min = settings.groupMin();
    int max = settings.groupMax();
    return new GroupSize(group.size(), min, max, advice(group.size(), min, max, split));
  }

  private static String advice(int people, int min, int max, boolean split) {
    if (people < min) {
      return "A group of %d to %d works best. Consider inviting more people.".formatted(min, max);
    }
    return people <= max || split
        ? null
        : "A group of %d to %d works best. Consider splitting it into rooms.".formatted(min, max);
  }
}
