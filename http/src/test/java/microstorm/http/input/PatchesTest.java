package microstorm.http.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A PATCH request without a field changes nothing; one with null does. */
class PatchesTest {

  /** A request with both kinds of fields. */
  public record Change(String text, PatchField<String> owner) {}

  @Test
  void onlyARequestWithoutFieldsIsEmpty() {
    assertThat(Patches.isEmpty(new Change(null, null))).isTrue();
    assertThat(Patches.isEmpty(new Change("", null))).isFalse();
    assertThat(Patches.isEmpty(new Change(null, new PatchField<>(null)))).isFalse();
  }
}
