package microstorm.idea.group;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.OneLine;

/**
 * A group of ideas that belong together.
 *
 * @param id chosen by the client, so that a retry cannot double it; one is made when it is left out
 * @param ideaIds none when left out
 */
public record AddGroup(
    UUID id,
    @NotNull @OneLine String name,
    @Size(max = AddGroup.MAX_IDEAS) List<@NotNull UUID> ideaIds) {

  /** More than any board has. */
  static final int MAX_IDEAS = 10_000;
}
