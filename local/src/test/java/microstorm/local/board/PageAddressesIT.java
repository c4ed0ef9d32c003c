package microstorm.local.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.local.SharedSystem;
import org.junit.jupiter.api.Test;

/** The addresses of the pages and their headers, without a browser. */
class PageAddressesIT {

  private static final Pattern SCRIPT = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"");

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = SharedSystem.get().baseUrl().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** Each address of a page has the one document whose script shows the page. */
  @Test
  void everyAddressOfAPageHasTheSameDocument() throws Exception {
    String start = get("/").body();
    assertThat(start).contains("Microstorm");
    for (String path :
        List.of(
            "/j/A-code",
            "/s/an-id/lead",
            "/s/an-id/screen",
            "/t/a-team/plan",
            "/t/a-team/webhooks",
            "/platform")) {
      HttpResponse<String> page = get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(header(page, "Content-Type")).as(path).startsWith("text/html");
      assertThat(header(page, "Cache-Control")).as(path).isEqualTo("no-cache");
      assertThat(page.body()).as(path).isEqualTo(start);
    }
    assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
  }

  /** The scripts and styles of the pages have names of their own in each version. */
  @Test
  void theBundleMayBeKept() throws Exception {
    Matcher script = SCRIPT.matcher(get("/").body());
    assertThat(script.find()).isTrue();
    HttpResponse<String> bundle = get(script.group(1));
    assertThat(bundle.statusCode()).isEqualTo(200);
    assertThat(header(bundle, "Cache-Control")).contains("immutable");
    assertThat(header(bundle, "Content-Security-Policy"))
        .contains("require-trusted-types-for 'script'");
  }

  @Test
  void aPageLoadsNothingFromElsewhere() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(header(page, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'")
        .contains("base-uri 'none'");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
  }
}
