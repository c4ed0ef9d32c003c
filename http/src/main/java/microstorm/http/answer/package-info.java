/** Makes answers cost less: compresses them, and repeats them only when they have changed. */
package microstorm.http.answer;
