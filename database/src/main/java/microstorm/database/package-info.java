/**
 * Handles failures of the database in every service, and maps rows to records. It depends on no
 * feature and no table.
 */
package microstorm.database;
