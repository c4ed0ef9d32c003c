package microstorm.report.log.link;

import org.jspecify.annotations.Nullable;

/**
 * A link in a text.
 *
 * @param start the offset in the text
 * @param line the number of lines in the text before the link
 * @param title the words of the link; null if it has none, as a bare address
 * @param address the address as it is written; of a link with missing or exchanged brackets, of one
 *     with a space, and of one without an address the whole link
 * @param fault null if it leads to a web page
 */
public record FoundLink(
    int start, int line, @Nullable String title, String address, @Nullable LinkFault fault) {}
