/** What only German readers load. */
export { de } from './de.js';
export { refused } from './refusals.de.js';
