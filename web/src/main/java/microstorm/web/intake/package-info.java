/** What happens to a request before it is authenticated: its head, its method, its body. */
package microstorm.web.intake;
