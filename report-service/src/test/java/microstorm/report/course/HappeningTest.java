package microstorm.report.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import microstorm.report.course.Happening.HappeningDetail;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HappeningTest {

  private static final List<String> ELSEWHERE =
      List.of(
          "sessionId", "startedAt", "overAt", "proposedAt", "endedAt", "cancelledAt", "revertedAt");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  /** The session and the time are fields of the report and of the happening itself. */
  @ParameterizedTest
  @EnumSource(value = HappeningKind.class, names = "IDEA_.*", mode = EnumSource.Mode.MATCH_NONE)
  void theDetailHasEveryFieldOfTheEvent(HappeningKind kind) {
    String type = "microstorm.session." + kind.label() + ".v1";
    ObjectNode event = (ObjectNode) Contracts.tree(Contracts.sample("session-service", type));
    event.remove(ELSEWHERE);
    HappeningDetail detail = JSON.convertValue(event, HappeningDetail.class);
    ObjectNode shown = JSON.valueToTree(detail);
    assertThat(shown.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(event::fieldNames);
  }
}
