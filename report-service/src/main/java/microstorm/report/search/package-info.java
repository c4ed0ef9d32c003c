/** Search in the reports of a team's closed sessions. */
package microstorm.report.search;
