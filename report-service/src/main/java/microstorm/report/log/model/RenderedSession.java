package microstorm.report.log.model;

/**
 * A session to write into a log.
 *
 * @param content the current content
 * @param layout its layout in the log that it comes from; null if it comes from no log
 */
public record RenderedSession(SessionContent content, SessionLayout layout) {}
