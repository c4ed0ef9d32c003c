package microstorm.session.team;

import java.util.UUID;

/** The templates that a team can choose as its default. */
@FunctionalInterface
public interface KnownTemplates {

  /** Whether the team can plan from the template with this id. */
  boolean exists(UUID teamId, String id);
}
