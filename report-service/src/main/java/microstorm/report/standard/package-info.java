/** The scorecard of a session: how well it kept the eight standards. */
package microstorm.report.standard;
