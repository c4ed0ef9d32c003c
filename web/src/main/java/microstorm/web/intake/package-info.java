/** Handles requests before authentication: head, method and body. */
package microstorm.web.intake;
