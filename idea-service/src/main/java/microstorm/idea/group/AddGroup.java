package microstorm.idea.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.ShortText;

/**
 * A group of ideas that belong together.
 *
 * @param id chosen by the client, so that a retry cannot double it; one is made when it is left out
 * @param ideaIds at most 1,000; none when left out
 */
public record AddGroup(
    UUID id,
    @NotNull @ShortText String name,
    @Size(max = AddGroup.MAX_IDEAS, message = AddGroup.TOO_MANY) List<@NotNull UUID> ideaIds) {

  /** Most ideas of a group: so many ids have room in a body of 64 KB. */
  static final int MAX_IDEAS = 1_000;

  /** Whether a group has just these contents, in whichever order. */
  boolean isOf(GroupView group) {
    return group.name().equals(name.strip())
        && Set.copyOf(group.ideaIds()).equals(ideaIds == null ? Set.of() : Set.copyOf(ideaIds));
  }

  static final String TOO_MANY = "must name at most {max} ideas: a group has no more";
}
