/** Requests that may be repeated: the keys by which they are recognized, and their digests. */
package microstorm.session.request;
