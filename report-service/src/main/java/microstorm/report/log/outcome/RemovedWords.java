package microstorm.report.log.outcome;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.report.log.model.SessionOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Ideas whose content is removed, and the words that an outcome has of them: the sides of their
 * comparisons, and the actions that are check boxes. Groups, dots and marks have no words of ideas,
 * and other actions have words of their own.
 */
public final class RemovedWords {
  private final Map<UUID, String> texts = new HashMap<>();

  /**
   * Adds an idea.
   *
   * @param text its words; null if they are unknown
   */
  public void add(UUID idea, @Nullable String text) {
    texts.put(idea, text);
  }

  /** The outcome without the words of these ideas. */
  public SessionOutcome without(SessionOutcome outcome) {
    Set<UUID> checkBoxes =
        texts.entrySet().stream()
            .filter(idea -> idea.getValue() == null || CheckBoxes.begins(idea.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return outcome.without(texts.keySet(), checkBoxes);
  }
}
