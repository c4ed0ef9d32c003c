package microstorm.local;

import java.util.List;

/** Parts of requests as no library sends them, byte by byte in Latin-1. */
final class Unusual {

  /** Texts as JSON, each of which is no text. */
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

  /** Whole bodies, none of which is an object with a title. */
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

  /** Header lines, each of which is malformed or asks for what there is not. */
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

  /** What may stand behind the path of a list. */
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
