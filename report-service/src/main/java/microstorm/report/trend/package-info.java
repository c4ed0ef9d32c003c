/** The trends of a team: figures of its sessions over time, and plots of them. */
package microstorm.report.trend;
