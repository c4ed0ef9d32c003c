package microstorm.local.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

  @Test
  void onlyOtherAddressesThanTheLoopbackArePublic() {
    assertThat(ListenAddress.LOCAL.isPublic()).isFalse();
    assertThat(ListenAddress.LOCAL.networkHost()).isEmpty();
    assertThat(ListenAddress.parse("localhost").isPublic()).isFalse();
    assertThat(ListenAddress.parse("0.0.0.0").isPublic()).isTrue();
    assertThat(ListenAddress.parse("::").isPublic()).isTrue();
  }

  @Test
  void theHostFitsThoseWhoUseIt() {
    ListenAddress all = ListenAddress.parse("0.0.0.0");
    assertThat(all.localHost()).isEqualTo("localhost");
    assertThat(all.serviceHost()).isEqualTo("127.0.0.1");
    assertThat(ListenAddress.parse("127.0.0.1").localHost()).isEqualTo("localhost");
    assertThat(ListenAddress.parse("::1").localHost()).isEqualTo("[0:0:0:0:0:0:0:1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.77", "no-such-host.invalid", "", "1.2.3.4.5"})
  void anAddressOfAnotherMachineIsRefusedInOneSentence(String text) {
    assertThatThrownBy(() -> ListenAddress.parse(text))
        .isInstanceOf(StartException.class)
        .hasMessage(
            "\"%s\" is not an address of this machine. Choose 0.0.0.0 for all networks, or one of its addresses.",
            text);
  }
}
