package microstorm.idea.event;

import java.util.List;

/** A comparison of two things, with their similarities and differences. */
public record Comparison(
    String left, String right, List<String> similarities, List<String> differences) {}
