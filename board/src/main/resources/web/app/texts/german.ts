/** What only German readers load. */
export { de } from './de.js';
export { failed, logRefused, malformed, recognized, warned } from './log.de.js';
export { phrase, refused } from './refusals.de.js';
