/**
 * What every service answers alike: problems, the token check, bounds of bodies and JSON. It knows
 * no feature.
 */
package microstorm.web;
