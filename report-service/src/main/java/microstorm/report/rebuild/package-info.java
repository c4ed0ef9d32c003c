/**
 * Rebuilds the read model from the topics, compares it with the running one, and replaces what
 * differs.
 */
package microstorm.report.rebuild;
