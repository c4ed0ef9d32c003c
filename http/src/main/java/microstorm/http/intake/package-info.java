/** Handles requests before authentication: head, method and body. */
package microstorm.http.intake;
