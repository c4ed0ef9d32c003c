package microstorm.session.plan;

import microstorm.session.core.ApiText;
import microstorm.session.core.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The codes for joining a session, and for joining it as a facilitator. */
@Schema(description = "The codes for joining a session. Both are secrets.")
public record JoinCodes(
    @Schema(
            description =
                "The code for joining as a participant or observer: ten characters that people can type. Case, spaces and hyphens do not matter.",
            examples = ApiText.A_CODE)
        String joinCode,
    @Schema(
            description = "The code for joining in any role, also as a facilitator.",
            examples = "Hc7dQ2mZr9LsXk4Vt1BnPw")
        String facilitatorCode) {

  static JoinCodes of(Session session) {
    return new JoinCodes(session.joinCode, session.facilitatorCode);
  }

  /** Keeps the codes out of logs. */
  @Override
  public String toString() {
    return "JoinCodes";
  }
}
