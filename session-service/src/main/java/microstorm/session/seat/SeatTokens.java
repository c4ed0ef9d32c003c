package microstorm.session.seat;

import jakarta.enterprise.context.ApplicationScoped;
import microstorm.session.core.Participant;
import microstorm.session.token.IssuedToken;
import microstorm.session.token.TokenIssuer;
import microstorm.session.token.WriterKey;

/** Issues tokens for seats. All tokens of a seat have the same writer key. */
@ApplicationScoped
public class SeatTokens {

  private final TokenIssuer tokens;

  SeatTokens(TokenIssuer tokens) {
    this.tokens = tokens;
  }

  /** A token for the holder of this key, from which the writer key follows. */
  public Joined tokenFor(Participant participant, RejoinKey key) {
    IssuedToken token =
        tokens.forParticipant(
            participant.session.id,
            participant.session.teamId,
            participant.id,
            participant.role,
            WriterKey.derived(key.value(), participant.id));
    return new Joined(
        participant.id,
        participant.name,
        participant.role,
        token.token(),
        token.expiresAt(),
        key.value());
  }
}
