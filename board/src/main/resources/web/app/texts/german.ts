/** What only German readers load. */
export { de } from './de.js';
export { phrase, refused } from './refusals.de.js';
