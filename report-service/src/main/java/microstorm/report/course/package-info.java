/** The course of a session: its phases, and what happened in them. */
package microstorm.report.course;
