package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the services say in English is German on German pages. */
class GermanPagesIT {

  private static final Path LOG = Path.of("..", "samples", "micro-brainstorming.md");

  @RegisterExtension static final Browser browser = new Browser();

  private static void team(Page page) {
    page.navigate("/");
    page.getByLabel("Menu").click();
    page.locator(".menu:popover-open").getByText("Deutsch").click();
    Pages.field(page, "Name des Teams").fill("Hafenbüro");
    Pages.press(page, "Team anlegen");
    Pages.press(page, "Auf diesem Gerät merken");
  }

  private static FilePayload file(String text) {
    return new FilePayload("log.md", "text/markdown", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theWarningsOfALogHaveTheirValues() {
    Page owner = browser.window(Device.DESK);
    team(owner);
    Locator file = owner.locator("input[type=file]");
    Locator review = owner.locator(".review");
    file.setInputFiles(LOG);
    assertThat(review).containsText("Der 7. Mai 2020 war ein Donnerstag, kein Mittwoch.");
    assertThat(review).containsText("„applicationâ€™s“. Repariert steht dort „application’s“.");
    assertThat(review).containsText("Die Sitzungsnummer 3 steht schon in Zeile");
    Screens.seeOnEachDevice(owner, "log-book-german");

    file.setInputFiles(file("Nothing"));
    assertThat(owner.locator(".bring [role=alert]")).containsText("In dieser Datei steht keine");
  }

  @Test
  void aRecognizedSessionSaysWhy() {
    Page owner = browser.window(Device.DESK);
    team(owner);
    Locator file = owner.locator("input[type=file]");
    String log = "### Session : 1\n\n**Date**: 2020-05-07\n\n**Title**: Paralel work\n\n- one\n";
    file.setInputFiles(file(log));
    Pages.press(owner, "Hereinholen");
    assertThat(owner.locator(".all li")).hasCount(1);
    file.setInputFiles(file(log.replace("Paralel", "Parallel")));
    assertThat(owner.locator(".review .matched"))
        .containsText("Der Text ist derselbe, und ebenso die Nummer und das Datum.");
  }

  @Test
  void aRefusedFieldIsNamedAndMarked() {
    Page owner = browser.window(Device.PHONE);
    team(owner);
    owner.getByText("Einstellungen").click();
    String label = "Tage, bis eine geschlossene Sitzung gelöscht wird";
    Locator days = Pages.field(owner, label);
    days.fill("99999999");
    Pages.press(owner, "Speichern");
    assertThat(days).isFocused();
    assertThat(days).hasAttribute("aria-invalid", "true");
    assertThat(owner.locator("#refused-field")).containsText(label + ": höchstens");
  }
}
