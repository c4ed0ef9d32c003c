package microstorm.idea.hint;

/**
 * A hint that only the author sees when a text reads like praise or criticism ("People should avoid
 * criticizing or rewarding ideas.").
 *
 * @param kind praise or criticism
 * @param words the words that the hint is about
 * @param message a gentle sentence
 */
public record Hint(String kind, String words, String message) {}
