package microstorm.report.platform.check;

/**
 * A fact about an object, which anyone with access to it can check.
 *
 * @param object the object, e.g. {@code Deployment mine-idea-service}
 * @param fact its current state
 */
public record Evidence(String object, String fact) {}
