package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The log book of a team comes out as Markdown, and into the log book of another team. */
final class RoundTrip {

  private RoundTrip() {}

  static void check(Page lead) {
    lead.navigate("/");
    Pages.follow(lead, "Harbour office");
    Download log = lead.waitForDownload(() -> Pages.press(lead, "Download the log book"));
    lead.navigate("/");
    Pages.field(lead, "Name of the team").fill("Another office");
    Pages.press(lead, "Make the team");
    lead.locator("input[type=file]").setInputFiles(markdown(log));
    assertThat(lead.locator(".review")).containsText("1 session is new.");
    Pages.press(lead, "Bring it in");
    lead.locator(".all li a", new Page.LocatorOptions().setHasText("Report")).click();
    Locator report = lead.locator(".report");
    assertThat(report).containsText("We begin with the questions.");
    assertThat(report).containsText("Send the questions a day before");
    assertThat(report).containsText("One page at most");
    assertThat(report).containsText("Participant 6");
    assertThat(report.locator(".chosen li").first()).containsText("6 dots");
  }

  private static FilePayload markdown(Download log) {
    try {
      return new FilePayload("log.md", "text/markdown", Files.readAllBytes(log.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
