package microstorm.local.board;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import microstorm.client.Api;
import microstorm.local.Patience;
import microstorm.local.SharedSystem;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium, opened for the tests of a class, and the windows that a test opens in it: each is a
 * person with a device of their own.
 */
public final class Browser
    implements BeforeAllCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {

  /** The one without a window first: it takes less of the processor. */
  private static final List<String> NAMES =
      List.of(
          "chromium-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable");

  static final double TIMEOUT_MILLIS = Patience.AT_MOST.toMillis();

  private Playwright playwright;
  private com.microsoft.playwright.Browser chromium;

  /** What pages complained about: errors of scripts, and violations of the content policy. */
  final List<String> complaints = new ArrayList<>();

  /** Starts Chromium. Without it the tests are skipped. */
  @Override
  public void beforeAll(ExtensionContext context) {
    Assumptions.assumeTrue(
        executable().isPresent(),
        "Chromium is not installed, so the pages are not tested. Install it (apt-get install"
            + " chromium), or name it in the environment variable CHROMIUM.");
    start();
  }

  /** Starts Chromium outside of a test. */
  public void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable().orElseThrow())
                    // without its sandbox Chromium runs as root, too, as in a container
                    .setArgs(List.of("--no-sandbox", "--lang=en-GB")));
  }

  /** After a failure: describes what each window shows. */
  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      Screens.describe(
          context.getRequiredTestClass().getSimpleName(),
          chromium.contexts().stream().flatMap(person -> person.pages().stream()).toList());
    }
  }

  /** Closes the windows, which would follow their sessions during the next tests. */
  @Override
  public void afterEach(ExtensionContext context) {
    chromium.contexts().forEach(BrowserContext::close);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      Screens.list();
      stop();
    }
  }

  /** Ends Chromium. */
  public void stop() {
    chromium.close();
    playwright.close();
  }

  private static Optional<Path> executable() {
    String named = System.getenv("CHROMIUM");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    List<String> directories = List.of(System.getenv("PATH").split(File.pathSeparator));
    return NAMES.stream()
        .flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** How a device looks. */
  public enum Device {
    DESK(1280, 800, false),
    PHONE(390, 844, true);

    private final int width;
    private final int height;
    private final boolean touch;

    Device(int width, int height, boolean touch) {
      this.width = width;
      this.height = height;
      this.touch = touch;
    }
  }

  /** A window of another person. */
  public Page window(Device device) {
    return window(device, null);
  }

  /** A window that keeps the pages for times without a connection. */
  Page keepingWindow(Device device) {
    return tab(person(device, null, ServiceWorkerPolicy.ALLOW));
  }

  /** A window of a person in a time zone; null for that of this machine. */
  Page window(Device device, String timeZone) {
    return tab(person(device, timeZone, ServiceWorkerPolicy.BLOCK));
  }

  private BrowserContext person(Device device, String timeZone, ServiceWorkerPolicy workers) {
    BrowserContext person =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address().toString())
                .setViewportSize(device.width, device.height)
                .setHasTouch(device.touch)
                .setIsMobile(device.touch)
                .setTimezoneId(timeZone)
                .setServiceWorkers(workers)
                .setLocale("en-GB"));
    person.setDefaultTimeout(TIMEOUT_MILLIS);
    return person;
  }

  /** Another tab of the person with this page. */
  Page tab(Page other) {
    return tab(other.context());
  }

  private Page tab(BrowserContext person) {
    Page page = person.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  /** Waits for a condition in the thread of the test, to which Playwright belongs. */
  static ConditionFactory await() {
    return Awaitility.await().atMost(Patience.AT_MOST).pollInSameThread();
  }

  /** The API of the system under test. */
  public static Api api() {
    return new Api(address());
  }

  /** The system under test: another installation, if the environment names one. */
  private static URI address() {
    String named = System.getenv("MICROSTORM_ADDRESS");
    return named == null ? SharedSystem.get().baseUrl() : URI.create(named);
  }
}
