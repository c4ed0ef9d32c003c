package microstorm.report.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FileNameTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  @Test
  void theNameHasDayTitleAndPart() {
    assertThat(new FileName(DAY, "Cheaper lunch", true).attachment("votes", "csv"))
        .isEqualTo(
            "attachment; filename=\"2026-01-02 Cheaper lunch votes.csv\";"
                + " filename*=UTF-8''2026-01-02%20Cheaper%20lunch%20votes.csv");
    assertThat(new FileName(null, null, false).inline("pdf"))
        .startsWith("inline; filename=\"report (incomplete).pdf\"");
  }

  @Test
  void aTitleCannotLeaveItsFolderOrItsHeader() {
    String header = new FileName(DAY, "../a\\b\r\nX: y\"; c\u202E%2F", true).inline("html");
    assertThat(header)
        .startsWith("inline; filename=\"2026-01-02 a b X y ; c 2F.html\"; filename*=")
        .doesNotContain("\r", "\n", "\\", "\u202E");
  }

  @Test
  void otherScriptsAreEncoded() {
    assertThat(new FileName(null, "Größe", true).inline("pdf"))
        .isEqualTo("inline; filename=\"Gr__e.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf");
    assertThat(new FileName(null, "会".repeat(200), true).inline("pdf").length()).isLessThan(900);
  }
}
