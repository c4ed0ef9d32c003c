/** How every service deals with a database that fails. Knows no feature and no table. */
package microstorm.database;
