package microstorm.idea.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import microstorm.http.input.InputLists;
import microstorm.http.input.PatchValue;
import microstorm.idea.text.ShortText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to change an affinity group. */
@Schema(description = "Changes of an affinity group. An absent field stays as it is.")
public record ChangeGroup(
    @Schema(description = "The new name, one line.", maxLength = 200, examples = "For later")
        @PatchValue
        @ShortText
        String name,
    @Schema(
            description =
                "All ideas that the group will have, in their order. They leave the groups that they"
                    + " are in now.")
        @PatchValue
        @Size(max = AddGroup.MAX_IDEAS, message = AddGroup.TOO_MANY)
        List<@NotNull UUID> ideaIds) {

  public ChangeGroup {
    ideaIds = InputLists.truncate(ideaIds, AddGroup.MAX_IDEAS);
  }
}
