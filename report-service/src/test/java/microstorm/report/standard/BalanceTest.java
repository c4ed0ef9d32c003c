package microstorm.report.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTest {

  @Test
  void isOneIfEveryoneWroteEquallyMany() {
    assertThat(Balance.of(List.of(4, 4, 4)).getAsDouble()).isCloseTo(1, within(1e-9));
  }

  @Test
  void isZeroIfOnePersonWroteEverything() {
    assertThat(Balance.of(List.of(9, 0, 0)).getAsDouble()).isZero();
  }

  @Test
  void countsPeopleWhoWroteNothing() {
    assertThat(Balance.of(List.of(4, 4, 0, 0)).getAsDouble()).isCloseTo(0.5, within(1e-9));
    assertThat(Balance.of(List.of(3, 1)).getAsDouble()).isCloseTo(0.811278, within(1e-6));
  }

  @Test
  void isUnknownWithoutTwoPeopleAndWithoutIdeas() {
    assertThat(Balance.of(List.of())).isEmpty();
    assertThat(Balance.of(List.of(5))).isEmpty();
    assertThat(Balance.of(List.of(0, 0))).isEmpty();
  }
}
