/** The links in a text: which there are, which are malformed, and when two of them are the same. */
package microstorm.report.log.link;
