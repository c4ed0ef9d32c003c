package microstorm.session.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class WriterKeyTest {

  private static final UUID SEAT = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("0190a000-0000-7000-8000-000000000002");
  private static final String SECRET = "8b0c6f1e-6d2c-4b61-9f0e-2f4f5f3a9d11";

  @Test
  void aDerivedKeyDependsOnTheSecretAndTheSeat() {
    WriterKey key = WriterKey.derived(SECRET, SEAT);
    assertThat(key.value()).matches("[A-Za-z0-9_-]{22}");
    assertThat(WriterKey.derived(SECRET, SEAT)).isEqualTo(key);
    assertThat(WriterKey.derived(SECRET, OTHER)).isNotEqualTo(key);
    assertThat(WriterKey.derived(SECRET + "2", SEAT)).isNotEqualTo(key);
  }

  @Test
  void randomKeysAreDifferent() {
    assertThat(WriterKey.random()).isNotEqualTo(WriterKey.random());
  }

  @Test
  void theTextOfAKeyDoesNotContainIt() {
    WriterKey key = WriterKey.random();
    assertThat(key.toString()).doesNotContain(key.value());
  }
}
