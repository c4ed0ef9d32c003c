package microstorm.http.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import microstorm.http.problem.Problem;
import microstorm.http.problem.ProblemType;

/** The body of a problem as the description shows it. */
final class ProblemExample {

  private ProblemExample() {}

  static Map<String, Object> of(ProblemType type) {
    Problem problem = Problem.of(type, type.meaning() + " " + type.remedy(), null);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", problem.type());
    body.put("title", problem.title());
    body.put("status", problem.status());
    body.put("detail", problem.detail());
    return body;
  }
}
