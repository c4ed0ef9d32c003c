package microstorm.idea.idea;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * The answer to a post, for its author alone.
 *
 * @param seq the number of the change that put the idea up
 * @param editKey proves on another device that the idea is theirs (header Edit-Key)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Posted(UUID id, long seq, String text, String editKey) {}
