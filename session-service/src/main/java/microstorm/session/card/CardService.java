package microstorm.session.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Actor;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.problem.SessionProblem;

/** Draws prompt cards for writers who are stuck in the quiet phase. Nobody else learns of it. */
@ApplicationScoped
class CardService {

  private static final String OWN = "own";
  private static final Map<String, String> OWN_TITLES =
      Map.of("en", "Our own", "de", "Unsere eigenen");

  private final ActorResolver actors;
  private final PromptDecks decks;
  private final EntityManager database;

  CardService(ActorResolver actors, PromptDecks decks, EntityManager database) {
    this.actors = actors;
    this.decks = decks;
    this.database = database;
  }

  @Transactional
  DeckList list(UUID sessionId) {
    return new DeckList(
        decksOf(actors.in(sessionId).session()).stream().map(DeckList.Deck::of).toList());
  }

  /**
   * Draws the next card of a deck. No card comes twice before all have come.
   *
   * @throws ProblemException 404 for an unknown deck; 403 observer or not-a-participant; 409
   *     session-closed, not-quiet or break-running
   */
  @Transactional
  DrawnCard draw(UUID sessionId, DrawCard request) {
    Actor actor = actors.in(sessionId);
    Participant drawer = actor.requireParticipant();
    Session session = Rules.requireOpen(actor.session());
    if (session.phase != Phase.QUIET && !session.collectsEarly()) {
      throw SessionProblem.NOT_QUIET.exception();
    }
    Rules.requireNoBreak(session);
    PromptDeck deck =
        decksOf(session).stream()
            .filter(known -> known.name().equals(request.deck()))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("deck"));
    long seed = request.seed() == null ? sessionId.getLeastSignificantBits() : request.seed();
    return new DrawnCard(deck.name(), deck.draw(seed, drawer.id, drawn(drawer.id, deck.name())));
  }

  private List<PromptDeck> decksOf(Session session) {
    List<PromptDeck> all = new ArrayList<>(decks.in(session.language));
    if (!session.cards.isEmpty()) {
      all.add(new PromptDeck(OWN, OWN_TITLES.get(session.language), session.cards));
    }
    return all;
  }

  /**
   * The number of cards that the participant drew before. One statement counts and reads it, so
   * that two simultaneous draws differ.
   */
  private int drawn(UUID participantId, String deck) {
    return (Integer)
            database
                .createNativeQuery(
                    """
                    insert into card_draw (participant_id, deck, drawn) values (:drawer, :deck, 1)
                    on conflict (participant_id, deck) do update set drawn = card_draw.drawn + 1
                    returning drawn
                    """,
                    Integer.class)
                .setParameter("drawer", participantId)
                .setParameter("deck", deck)
                .getSingleResult()
        - 1;
  }
}
