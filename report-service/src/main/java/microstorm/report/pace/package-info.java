/** The pace of a session: its phases and breaks, and when ideas were written. */
package microstorm.report.pace;
