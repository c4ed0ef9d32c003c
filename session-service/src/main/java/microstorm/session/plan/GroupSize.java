package microstorm.session.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import microstorm.session.core.Participant;
import microstorm.session.core.Settings;

/**
 * How large the group is, beside what the log's standard recommends.
 *
 * @param people how many are there and do not only look on
 * @param advice a sentence for those who lead; absent when the size is right. Never a block
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupSize(int people, int min, int max, String advice) {

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
      return "A group of %d to %d works best: think of inviting more people.".formatted(min, max);
    }
    return people <= max || split
        ? null
        : "A group of %d to %d works best: think of splitting into rooms.".formatted(min, max);
  }
}
