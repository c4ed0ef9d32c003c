package microstorm.web;

/** What the plain HTTP statuses mean, as sentences. */
final class HttpDetails {

  private HttpDetails() {}

  static String of(int status) {
    return switch (status) {
      case 400 -> "The request cannot be understood.";
      case 404 -> "There is nothing at this path.";
      case 405 -> "This path does not take this method.";
      case 406 -> "This path cannot answer in a media type that the Accept header allows.";
      case 413 -> "The body is larger than this service takes.";
      case 415 -> "This path does not take a body of this Content-Type.";
      default -> "The request was refused.";
    };
  }
}
