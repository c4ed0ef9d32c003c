/**
 * The launcher: it runs the whole product as a tree of processes on one machine, behind one proxy,
 * for local use and for the system tests.
 */
package microstorm.local;
