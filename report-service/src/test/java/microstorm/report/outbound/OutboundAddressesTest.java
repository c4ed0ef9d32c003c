package microstorm.report.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import microstorm.report.outbound.OutboundFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses this service connects to, and which it refuses. */
class OutboundAddressesTest {

  private static final HostNames LITERALS = host -> List.of(InetAddress.getByName(host));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.1.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[::7f00:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:a9fe:a9fe]",
        "[64:ff9b::10.0.0.1]",
        "[64:ff9b:1::8.8.8.8]",
        "[100::1]",
        "[2001::1]",
        "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
        "[2001:2::1]",
        "[2001:20::1]",
        "[2001:db8::1]",
        "[2002:7f00:1::]",
        "[3fff::1]",
        "[5f00::1]",
        "[fc00::1]",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "[fec0::1]",
        "[ff02::1]"
      })
  void refusesWhatIsNotOnTheInternet(String host) throws OutboundFailure {
    OutboundTarget target = OutboundTarget.parse("https://" + host + "/");

    assertThatThrownBy(() -> addresses().find(target))
        .isInstanceOfSatisfying(
            OutboundFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.ADDRESS_REFUSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "[::ffff:1.1.1.1]",
        "[64:ff9b::1.1.1.1]",
        "[2001:200::1]",
        "[2001:4860:4860::8888]",
        "[2606:4700::1111]",
        "[3ffe::1]"
      })
  void acceptsTheInternet(String host) throws OutboundFailure {
    OutboundTarget target = OutboundTarget.parse("https://" + host + "/");

    assertThatCode(() -> addresses().find(target)).doesNotThrowAnyException();
  }

  /** The negative control: the table above would not refuse an address of a permitted network. */
  @Test
  void acceptsTheNetworksOfTheOperatorOnEveryPort() throws OutboundFailure {
    OutboundAddresses permitted = addresses("127.0.0.0/8", "fd12:3456::/48");

    for (String text : List.of("http://127.0.0.1:8080/", "https://[fd12:3456::7]:9000/")) {
      OutboundTarget target = OutboundTarget.parse(text);
      assertThatCode(() -> permitted.find(target)).doesNotThrowAnyException();
      assertThatThrownBy(() -> addresses().find(target)).isInstanceOf(OutboundFailure.class);
    }
    OutboundTarget other = OutboundTarget.parse("http://10.0.0.1/");
    assertThatThrownBy(() -> permitted.find(other)).isInstanceOf(OutboundFailure.class);
  }

  @Test
  void refusesOtherPortsOfTheInternet() throws OutboundFailure {
    OutboundTarget mail = OutboundTarget.parse("http://1.1.1.1:25/");
    OutboundTarget encrypted = OutboundTarget.parse("http://1.1.1.1:443/");

    assertThatThrownBy(() -> addresses().find(mail)).hasMessageContaining("443 or 80");
    assertThatCode(() -> addresses().find(encrypted)).doesNotThrowAnyException();
  }

  @Test
  void refusesAHostOfWhichOneAddressIsPrivate() throws OutboundFailure {
    OutboundAddresses mixed =
        new OutboundAddresses(
            TestOutbound.config(),
            host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")));
    OutboundTarget target = OutboundTarget.parse("https://mixed.example/");

    assertThatThrownBy(() -> mixed.find(target))
        .isInstanceOfSatisfying(
            OutboundFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.ADDRESS_REFUSED));
  }

  @Test
  void saysThatANameIsUnknown() throws OutboundFailure {
    OutboundAddresses none =
        new OutboundAddresses(
            TestOutbound.config(),
            host -> {
              throw new UnknownHostException(host);
            });
    OutboundTarget target = OutboundTarget.parse("https://nowhere.example/");

    assertThatThrownBy(() -> none.find(target))
        .isInstanceOfSatisfying(
            OutboundFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.NAME_UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0/8",
        "example.com/8",
        "fd00::/129",
        "::ffff:10.0.0.0/104",
        "10.0.0.0/-1",
        "/8",
        ""
      })
  void refusesASettingThatIsNotANetwork(String text) {
    assertThatThrownBy(() -> new IpNetwork.Reader().convert(text))
        .hasMessageContaining("is not a network. Write an IP address and a number of bits");
  }

  private static OutboundAddresses addresses(String... allowed) {
    return new OutboundAddresses(TestOutbound.config(allowed), LITERALS);
  }
}
