package microstorm.session.plan;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** What a good idea must meet. */
@Embeddable
public record Criterion(UUID id, String text) {}
