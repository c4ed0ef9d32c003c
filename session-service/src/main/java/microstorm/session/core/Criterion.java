package microstorm.session.core;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A requirement that a good idea must meet. */
@Embeddable
public record Criterion(UUID id, String text) {}
