package microstorm.report.link;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be wrong with a link. */
@Schema(
    description =
        "What may be wrong with a link. `duplicate`: it has different titles. `malformed`: it does"
            + " not lead to a web page. `broken`: the last check found it `broken` or"
            + " `unreachable`.")
public enum LinkProblem {
  DUPLICATE("link_target.duplicate"),
  MALFORMED("link_target.fault is not null"),
  BROKEN("link_target.state in ('broken', 'unreachable')");

  /** The labels, for a query parameter. */
  static final String PATTERN = "^(duplicate|malformed|broken)$";

  private final String condition;

  LinkProblem(String condition) {
    this.condition = condition;
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The condition on link_target, which has an index. */
  String condition() {
    return condition;
  }

  static LinkProblem of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
