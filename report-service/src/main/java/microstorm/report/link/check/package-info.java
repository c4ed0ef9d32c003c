/**
 * The check whether the pages of a team's links are still there. Off unless the operator enables
 * it.
 */
package microstorm.report.link.check;
