/** The API as a whole: its description, its documentation and its problem types. */
package microstorm.session.description;
