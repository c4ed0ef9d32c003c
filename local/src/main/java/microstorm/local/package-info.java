/**
 * The launcher: the whole product as a tree of processes on one machine, behind one proxy, for the
 * laptop and as the fixture of the system tests.
 */
package microstorm.local;
