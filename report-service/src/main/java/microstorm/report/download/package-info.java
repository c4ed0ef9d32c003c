/** The headers of reports that are saved as files. */
package microstorm.report.download;
