/** Plots as SVG images, for the API, reports and exports. */
package microstorm.report.plot;
