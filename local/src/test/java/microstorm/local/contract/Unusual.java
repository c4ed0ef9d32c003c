package microstorm.local.contract;

import java.util.List;

/** Parts of requests that no library sends, as bytes in Latin-1. */
final class Unusual {

  /** JSON values that are not valid texts. */
  static final List<String> WRONG_TEXTS =
      List.of(
          "\"a\\u0000b\"",
          "\"a\0b\"",
          "\"\u0001\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"\u00FF\u00FE\"",
          "\"\u00ED\u00A0\u0080\"",
          "\"\u00C3\"",
          "\"\u00C0\u00AF\"",
          "\"\u00E0\u0080\u00AF\"",
          "\"\u00F0\u0080\u0080\u00AF\"",
          "\"\u00F4\u0090\u0080\u0080\"",
          "\"\\u0007\"",
          "\"unfinished",
          "'a'",
          "5",
          "1e999999999",
          "9".repeat(400),
          "NaN",
          "true",
          "[\"a\"]",
          "{\"a\": \"b\"}",
          "\"\"",
          "\"" + "x".repeat(60_000) + "\"");

  /** Bodies that are not an object with a title. */
  static final List<String> WRONG_BODIES =
      List.of(
          "",
          "null",
          "[]",
          "\"title\"",
          "{\"title\": \"a\", \"title\": \"b\"}",
          "{\"title\": \"a\"} {}",
          "{\"title\": \"a\", \"\\u0000\": 1}",
          "{\"title\": \"a\", \"__proto__\": {}}",
          "[".repeat(5_000),
          "{\"title\":".repeat(5_000),
          "\u001F\u008B\b\0",
          "title=a");

  /** Header lines that are malformed, or request something that does not exist. */
  static final List<String> HEADERS =
      List.of(
          "Accept: foo",
          "Accept: ;q=",
          "Accept: */*;q=-1",
          "Accept: \u00FF",
          "Accept:",
          "Accept-Language: \u00FF;q=x",
          "Idempotency-Key: \u00FF\u0001",
          "Idempotency-Key: " + "x".repeat(5_000),
          "traceparent: garbage",
          "baggage: %ff=%zz;;,=",
          "tracestate: =,=",
          "Forwarded: for=\"[",
          "X-Forwarded-For: '\"<>, ::::",
          "X-Forwarded-Proto: %%%",
          "X-Forwarded-Host: a b:99999",
          "X-Forwarded-Port: x",
          "Cookie: =;;=\u00FF",
          "Range: bytes=-",
          "Expect: nothing",
          "Content-Encoding: gzip",
          "Authorization: Bearer",
          "Authorization: Bearer \u00FF.\u00FF.\u00FF",
          "Authorization: Bearer bnVsbA.bnVsbA.bnVsbA",
          "Last-Event-ID: -1");

  /** Suffixes for the path of a list. */
  static final List<String> QUERIES =
      List.of(
          "?limit=%",
          "?limit=%zz",
          "?q=%ff%fe",
          "?q=%00",
          "?limit=99999999999999999999",
          "?limit=1&limit=x",
          "?limit=",
          "?q=%c0%af",
          "?&&&=",
          "?q=%ed%a0%80",
          "?a[b]=c",
          "?q=" + "%28".repeat(300),
          "/%00",
          "/%ff",
          "/%2f",
          "/..%2f..",
          ";a=b");

  private Unusual() {}
}
