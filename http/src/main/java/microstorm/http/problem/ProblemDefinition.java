package microstorm.http.problem;

/**
 * The definition of a {@link ProblemType}.
 *
 * @param status the HTTP status, 400 to 599
 * @param title a short name for people, the same for every occurrence
 * @param meaning the problem in one or two sentences
 * @param remedy the remedy for the client in one or two sentences
 */
public record ProblemDefinition(int status, String title, String meaning, String remedy) {}
