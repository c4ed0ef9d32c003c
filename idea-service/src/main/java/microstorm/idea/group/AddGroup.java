package microstorm.idea.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.text.ShortText;

/**
 * A new affinity group: ideas that belong together.
 *
 * @param id chosen by the client, so that a retry does not add it twice; generated when absent
 * @param ideaIds at most 1,000; none when absent
 */
public record AddGroup(
    UUID id,
    @NotNull @ShortText String name,
    @Size(max = AddGroup.MAX_IDEAS, message = AddGroup.TOO_MANY) List<@NotNull UUID> ideaIds) {

  /** The maximum number of ideas of a group. Their ids fit into a body of 64 KB. */
  static final int MAX_IDEAS = 1_000;

  /** Whether a group has exactly this content, in any order. */
  boolean isOf(GroupView group) {
    return group.name().equals(name.strip())
        && Set.copyOf(group.ideaIds()).equals(ideaIds == null ? Set.of() : Set.copyOf(ideaIds));
  }

  static final String TOO_MANY = "must list at most {max} ideas";
}
