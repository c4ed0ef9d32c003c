/** Derives from reports what is searched and listed: one changed session after another. */
package microstorm.report.indexing;
