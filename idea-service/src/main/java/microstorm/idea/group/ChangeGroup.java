package microstorm.idea.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import microstorm.idea.text.ShortText;

/**
 * Changes of a group. An absent field stays as it is.
 *
 * @param ideaIds all ideas that the group will have, at most 1,000
 */
public record ChangeGroup(
    @ShortText String name,
    @Size(max = AddGroup.MAX_IDEAS, message = AddGroup.TOO_MANY) List<@NotNull UUID> ideaIds) {}
