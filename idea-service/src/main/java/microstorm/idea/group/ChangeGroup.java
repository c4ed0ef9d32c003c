package microstorm.idea.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.ShortText;

/**
 * What is to change of a group; what is left out stays.
 *
 * @param ideaIds all the ideas it is to have, at most 1,000
 */
public record ChangeGroup(
    @ShortText String name,
    @Size(max = AddGroup.MAX_IDEAS, message = AddGroup.TOO_MANY) List<@NotNull UUID> ideaIds) {}
