package microstorm.idea.hint;

/**
 * What an author alone is told when their words read like praise or criticism ("People should avoid
 * criticizing or rewarding ideas.").
 *
 * @param kind praise or criticism
 * @param words the words it is about
 * @param message a gentle sentence
 */
public record Hint(String kind, String words, String message) {}
