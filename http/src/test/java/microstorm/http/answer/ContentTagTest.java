package microstorm.http.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTagTest {

  private static final ContentTag TAG = of("a version");

  private static ContentTag of(String version) {
    return ContentTag.of(version.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void equalVersionsHaveEqualTags() {
    assertThat(of("a version")).isEqualTo(TAG);
    assertThat(of("another")).isNotEqualTo(TAG);
    assertThat(TAG.value()).matches("W/\"[A-Za-z0-9_-]{22}\"");
  }

  @Test
  void aTagIsFoundInListsInOneOrMoreHeadersWithAndWithoutTheMarkOfAWeakOne() {
    String strong = TAG.value().substring("W/".length());
    assertThat(TAG.isIn(List.of(TAG.value()))).isTrue();
    assertThat(TAG.isIn(List.of(strong))).isTrue();
    assertThat(TAG.isIn(List.of("\"x\" ,W/\"y\", " + TAG.value()))).isTrue();
    assertThat(TAG.isIn(List.of("\"x\"", strong))).isTrue();
    assertThat(TAG.isIn(List.of("*"))).isTrue();
  }

  @Test
  void otherTagsAreNotFound() {
    String unquoted = TAG.value().replace("\"", "");
    for (String other : List.of("", ",", "W/", "\"x\"", unquoted, TAG.value() + "x", "\"*\"")) {
      assertThat(TAG.isIn(List.of(other))).as(other).isFalse();
    }
    assertThat(TAG.isIn(List.of())).isFalse();
  }
}
