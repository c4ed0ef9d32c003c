package microstorm.report.log.model;

/**
 * A session to be written into a log.
 *
 * @param content what it says, as it is now
 * @param layout how it was written in the log it came from; null if it never was in one
 */
public record RenderedSession(SessionContent content, SessionLayout layout) {}
