package microstorm.http.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputListsTest {

  @Test
  void aListThatIsTooLongKeepsOneElementMoreThanTheMaximum() {
    assertThat(InputLists.truncate(List.of("a", "b", "c", "d"), 2)).containsExactly("a", "b", "c");
    assertThat(InputLists.truncate(Collections.nCopies(21_000, (String) null), 20)).hasSize(21);
  }

  @Test
  void anyOtherListStaysAsItIs() {
    assertThat(InputLists.truncate(null, 2)).isNull();
    for (List<String> list : List.of(List.<String>of(), Arrays.asList("a", null, "c"))) {
      assertThat(InputLists.truncate(list, 2)).isSameAs(list);
    }
  }
}
