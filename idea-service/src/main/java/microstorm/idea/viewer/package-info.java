/** The person who makes a request about a board, and the keys that prove what they wrote. */
package microstorm.idea.viewer;
