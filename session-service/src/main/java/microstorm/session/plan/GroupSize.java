package microstorm.session.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import microstorm.session.core.Participant;
import microstorm.session.core.Settings;

/**
 * The size of the group, with the sizes that the log's standard recommends.
 *
 * @param people the number of people who are present and not observers
 * @param advice a sentence for facilitators; absent when the size is right. It is only advice
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
      return "A group of %d to %d works best. Consider inviting more people.".formatted(min, max);
    }
    return people <= max || split
        ? null
        : "A group of %d to %d works best. Consider splitting it into rooms.".formatted(min, max);
  }
}
