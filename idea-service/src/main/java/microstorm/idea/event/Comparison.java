package microstorm.idea.event;

import java.util.List;

/** Two things side by side: what they have in common and where they differ. */
public record Comparison(
    String left, String right, List<String> similarities, List<String> differences) {}
