package microstorm.testing;

/** The address and the login of a test's database. */
public record TestDatabase(String jdbcUrl, String username, String password) {}
