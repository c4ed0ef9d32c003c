/** Divides capacity that all teams use, so that the load of one team stays its own. */
package microstorm.web.share;
