package microstorm.report.log.model;

/**
 * A warning about a place in a log that its author may want to check. The import has lost no text
 * there.
 *
 * @param line the number of the line, counted from 1
 * @param code a stable code, e.g. {@code weekday-mismatch}
 * @param message a sentence for people
 */
public record LogWarning(int line, String code, String message) {}
