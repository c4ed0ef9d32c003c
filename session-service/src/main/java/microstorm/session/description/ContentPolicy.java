package microstorm.session.description;

/** The Content-Security-Policy of the pages about the API. None of them runs an inline script. */
final class ContentPolicy {

  /** The header. */
  static final String HEADER = "Content-Security-Policy";

  /** A page without scripts. */
  static final String WITHOUT_SCRIPTS =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /** Swagger UI: its scripts, its styles with their embedded icons, and requests to the API. */
  static final String SWAGGER_UI =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private ContentPolicy() {}
}
