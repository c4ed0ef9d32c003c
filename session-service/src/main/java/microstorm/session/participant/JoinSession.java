package microstorm.session.participant;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import microstorm.http.input.SingleLine;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to join a session. */
@Schema(description = "A request to take a seat in a session. Each field is optional.")
public record JoinSession(
    @Schema(
            description =
                "The join code, for the roles `participant` and `observer`, or the facilitator"
                    + " code, for any role. Not needed with the token of an owner or member of the team.",
            examples = ApiText.A_CODE)
        @Size(max = 64)
        String joinCode,
    @Schema(
            description =
                "The name that the others see. By default it is `Participant` and a number in an"
                    + " English session and `Person` and a number in a German one.",
            examples = "Ana")
        @Size(max = 60)
        @SingleLine
        String name,
    @Schema(
            description = ApiText.ROLE,
            defaultValue = "participant",
            enumeration = {"facilitator", "participant", "observer"})
        @Pattern(
            regexp = "facilitator|participant|observer",
            message = "must be facilitator, participant or observer")
        String role) {

  /** Keeps the content out of logs. */
  @Override
  public String toString() {
    return "JoinSession";
  }
}
