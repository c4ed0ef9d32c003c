package microstorm.testing;

/** What a test needs to connect to a database of its own. */
public record TestDatabase(String jdbcUrl, String username, String password) {}
