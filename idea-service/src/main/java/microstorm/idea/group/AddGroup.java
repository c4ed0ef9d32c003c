package microstorm.idea.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.http.input.InputLists;
import microstorm.idea.text.ShortText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to add an affinity group. */
@Schema(description = "A new affinity group.")
public record AddGroup(
    @Schema(
            description =
                "An id that the client chooses, so that a repeated request does not add the group"
                    + " twice. The service chooses one if it is absent.")
        UUID id,
    @Schema(description = "The name, one line.", maxLength = 200, examples = "Quick wins")
        @NotNull
        @ShortText
        String name,
    @Schema(
            description =
                "The ideas of the group, in their order. They leave the groups that they are in"
                    + " now. An absent list means none.")
        @Size(max = AddGroup.MAX_IDEAS, message = AddGroup.TOO_MANY)
        List<@NotNull UUID> ideaIds) {

  /** The maximum number of ideas of a group. Their ids fit into a body of 64 KB. */
  static final int MAX_IDEAS = 1_000;

  static final String TOO_MANY = "must list at most {max} ideas";

  public AddGroup {
    ideaIds = InputLists.truncate(ideaIds, MAX_IDEAS);
  }

  /** Whether a group has exactly this content, in any order. */
  boolean isOf(GroupView group) {
    return group.name().equals(name.strip())
        && Set.copyOf(group.ideaIds()).equals(ideaIds == null ? Set.of() : Set.copyOf(ideaIds));
  }
}
