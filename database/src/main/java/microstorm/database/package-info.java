/** Handles failures of the database in every service. It depends on no feature and no table. */
package microstorm.database;
