package microstorm.session.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * A new team.
 *
 * @param ownerKey the owner key, shown only once; absent where owners sign in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamView(UUID id, String slug, String name, String ownerKey) {}
