package microstorm.report.platform;

/**
 * Something that anybody with the right can look up.
 *
 * @param object whose it is, e.g. {@code Deployment mine-idea-service}
 * @param fact what it says now
 */
public record Evidence(String object, String fact) {}
