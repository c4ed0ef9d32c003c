package microstorm.client.scenario;

import java.time.Instant;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips each scenario that would begin after a deadline and prints its name. A scenario is a class
 * of tests of a whole system, whose name ends with {@code IT}. The system property {@code
 * microstorm.scenarios.until} holds the deadline in seconds since 1970; without it every scenario
 * runs. A scenario that has begun is never interrupted.
 */
public final class ScenarioDeadline implements ExecutionCondition {

  private static final long UNTIL = Long.getLong("microstorm.scenarios.until", Long.MAX_VALUE);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!begins(context) || Instant.now().getEpochSecond() < UNTIL) {
      return ConditionEvaluationResult.enabled("The deadline has not passed.");
    }
    System.out.printf("Skipped for lack of time: %s%n", context.getDisplayName());
    return ConditionEvaluationResult.disabled("The time for scenarios is over.");
  }

  private static boolean begins(ExtensionContext context) {
    return context.getTestMethod().isEmpty()
        && context.getTestClass().filter(test -> test.getSimpleName().endsWith("IT")).isPresent();
  }
}
