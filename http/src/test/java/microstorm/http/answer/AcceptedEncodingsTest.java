package microstorm.http.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedEncodingsTest {

  @ParameterizedTest
  @CsvSource({
    "gzip, true",
    "'GZIP;q=0.5', true",
    "'br, gzip', true",
    "'*', true",
    "'gzip;q=0', false",
    "'gzip;q=0.000, *', false",
    "'gzip, *;q=0', true",
    "'*;q=0', false",
    "identity, false",
    "'', false",
    "',;,', false"
  })
  void gzipIsAccepted(String value, boolean accepted) {
    assertThat(AcceptedEncodings.of(List.of(value)).contain("gzip")).isEqualTo(accepted);
  }

  @Test
  void aClientThatNamesNoneGetsThePlainForm() {
    assertThat(AcceptedEncodings.of(List.of()).contain("gzip")).isFalse();
  }
}
