package microstorm.session.team;

import java.util.UUID;

/** A team just created, with its owner key: this is the only time that the key is shown. */
public record TeamView(UUID id, String slug, String name, String ownerKey) {}
