package microstorm.report.log.model;

/**
 * Something in a log that its author may want to look at. Nothing was lost because of it.
 *
 * @param line counted from 1
 * @param code stable, e.g. {@code weekday-mismatch}
 * @param message a sentence for a person
 */
public record LogWarning(int line, String code, String message) {}
