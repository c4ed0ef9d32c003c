/** The links of a team's closed sessions. */
package microstorm.report.link;
