/** Divides capacity among teams, so that the load of one team does not affect the others. */
package microstorm.http.share;
