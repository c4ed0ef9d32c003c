package microstorm.session.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * A team just created.
 *
 * @param ownerKey shown this one time; absent where owners sign in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamView(UUID id, String slug, String name, String ownerKey) {}
