package microstorm.session.seat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The screens that wait for their admission. */
@Schema(description = "The screens that wait for their admission.")
public record WaitingScreens(
    @Schema(description = "The screens, in the order of their requests.")
        List<WaitingScreen> items) {

  /** A screen that waits for its admission. */
  @Schema(description = "A screen that waits for its admission.")
  public record WaitingScreen(
      @Schema(description = "The id of the screen's request.") UUID screenId,
      @Schema(description = "The text that the screen shows.", examples = "K7QX") String sign,
      @Schema(description = "The time of the request.") Instant requestedAt,
      @Schema(description = "The time until which the screen waits.") Instant expiresAt) {}

  static WaitingScreens of(List<Screen> screens) {
    return new WaitingScreens(
        screens.stream()
            .map(
                screen ->
                    new WaitingScreen(screen.id, screen.sign, screen.requestedAt, screen.expiresAt))
            .toList());
  }
}
